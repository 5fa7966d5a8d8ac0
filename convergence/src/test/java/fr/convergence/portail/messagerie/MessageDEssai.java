package fr.convergence.portail.messagerie;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.fichier.Fichiers;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un message et sa pièce jointe, posés dans le fil de chacun de ces dossiers. */
public final class MessageDEssai {

    private MessageDEssai() {}

    /** @return la pièce jointe */
    public static UUID dans(ApplicationContext portail, Dossier... dossiers) {
        var piece = portail.getBean(Fichiers.class)
                .ranger("essai", new NomDeFichier("note.pdf"), Format.PDF, Echantillons.pdf());
        for (var dossier : dossiers) {
            portail.getBean(JdbcClient.class)
                    .sql("""
                    with ecrit as (
                        insert into messagerie_message (reference, numero, cote, auteur, texte, le)
                        values (:reference, 1, 'REFERENT', :auteur, 'Bonjour', now()) returning reference, numero)
                    insert into messagerie_piece (reference, numero, fichier, rang)
                    select reference, numero, :piece, 0 from ecrit
                    """)
                    .param("reference", dossier.reference().valeur())
                    .param("auteur", dossier.referent())
                    .param("piece", piece)
                    .update();
        }
        return piece;
    }
}
