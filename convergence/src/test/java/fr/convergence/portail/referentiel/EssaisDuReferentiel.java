package fr.convergence.portail.referentiel;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Un opérateur neuf à chaque essai, et le travail de fond qui traite ce qu'il envoie. */
abstract class EssaisDuReferentiel {

    @Autowired
    TraiterEnvoi traiter;

    EnvoisDeTest operateur;

    @BeforeEach
    void un_operateur(@Autowired ApplicationContext portail) {
        operateur = EnvoisDeTest.dans(portail);
    }
}
