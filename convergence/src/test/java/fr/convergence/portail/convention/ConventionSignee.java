package fr.convergence.portail.convention;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.fichier.Fichiers;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Une convention signée, posée à côté d'un dossier dont le guichet n'en demande pas. */
public final class ConventionSignee {

    private ConventionSignee() {}

    public static void de(ApplicationContext portail, Dossier dossier) {
        var document = portail.getBean(Fichiers.class)
                .ranger("essai", new NomDeFichier("convention.pdf"), Format.PDF, Echantillons.pdf());
        portail.getBean(JdbcClient.class)
                .sql("""
                insert into convention
                    (id, dossier, reference, numero, etape, etat, depuis, contenu, empreinte, document, signe, preuve)
                values (:id, :dossier, :reference, 1, 'candidature', 'SIGNEE', now(), '{
                    "guichet": "Essai", "programme": "CaRE", "etape": "Candidature",
                    "etablissement": {"nom": "GHT", "identification": "GHT", "region": "Occitanie"},
                    "signataire": {"civilite": "Madame", "prenom": "Ada", "nom": "Essai", "fonction": "",
                                   "courriel": "ada@essai.example", "telephone": ""},
                    "coordonnees": [], "montants": []}', 'ab', :document, :document, :document)
                """)
                .param("id", Uuid.v7())
                .param("dossier", dossier.id())
                .param("reference", dossier.reference().valeur())
                .param("document", document)
                .update();
    }
}
