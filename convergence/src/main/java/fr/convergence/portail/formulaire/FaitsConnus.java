package fr.convergence.portail.formulaire;

import static fr.convergence.portail.expression.Nature.BOOLEEN;
import static fr.convergence.portail.expression.Nature.ENTIER;
import static fr.convergence.portail.expression.Nature.LISTE;
import static fr.convergence.portail.expression.Nature.MONTANT;
import static fr.convergence.portail.expression.Nature.TEXTE;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.expression.Vocabulaire;
import java.util.List;

/** Les faits qu'une définition peut citer ou montrer. */
public final class FaitsConnus {

    public static final Vocabulaire VOCABULAIRE = Vocabulaire.de(
            new Mot("candidat.type", TEXTE, noms(TypeCandidat.eligibles())),
            new Mot("candidat.type_libelle", TEXTE),
            new Mot("candidat.nom", TEXTE),
            new Mot("candidat.raison_sociale", TEXTE),
            new Mot("candidat.finess", TEXTE),
            new Mot("candidat.code_ght", TEXTE),
            new Mot("candidat.region", TEXTE),
            new Mot("candidat.entites", LISTE),
            new Mot("candidat.nombre_entites", ENTIER),
            new Mot("plafond", MONTANT),
            new Mot("plafond_connu", BOOLEEN),
            new Mot("plafond_restant", MONTANT),
            new Mot("etape.code", TEXTE),
            new Mot("etape.numero", ENTIER),
            new Mot("aujourdhui", TEXTE));

    private FaitsConnus() {}

    private static List<String> noms(List<TypeCandidat> types) {
        return types.stream().map(TypeCandidat::name).toList();
    }
}
