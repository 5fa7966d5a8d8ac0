package fr.convergence.isc.identite;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.acte.ActeDIsc.LecteurNomme;
import fr.convergence.isc.acte.ActeDIsc.LecteurRetire;
import fr.convergence.isc.acte.ActeDIsc.VideoVue;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Les opérateurs nommés qui voient les vidéos (ISC-6). Nul ne se nomme lui-même : un autre opérateur le fait, et le journal le dit. */
@Component
public class LecteursDeVideos {

    private final JdbcClient base;
    private final Comptes comptes;
    private final Fichiers fichiers;
    private final Journal journal;
    private final Clock horloge;

    LecteursDeVideos(JdbcClient base, Comptes comptes, Fichiers fichiers, Journal journal, Clock horloge) {
        this.base = base;
        this.comptes = comptes;
        this.fichiers = fichiers;
        this.journal = journal;
        this.horloge = horloge;
    }

    public Set<UUID> nommes() {
        return base.sql("select compte from identite_lecteur").query(UUID.class).list().stream()
                .collect(Collectors.toSet());
    }

    /** Vrai si cet opérateur peut voir les vidéos. */
    public boolean nomme(Membre operateur) {
        return base.sql("select exists (select 1 from identite_lecteur where compte = ?)")
                .param(operateur.compte())
                .query(Boolean.class)
                .single();
    }

    /** Faux si cet opérateur n'existe pas, ou si c'est soi. */
    @Transactional
    public boolean nommer(UUID compte, Membre par) {
        var operateur =
                comptes.operateurs().stream().anyMatch(autre -> autre.id().equals(compte));
        if (par.fonction() != Fonction.OPERATEUR || !operateur || compte.equals(par.compte())) {
            return false;
        }
        var nomme = base.sql("""
                        insert into identite_lecteur (compte, nomme_par, nomme_le) values (?, ?, ?)
                        on conflict (compte) do nothing
                        """)
                        .params(compte, par.compte(), Timestamp.from(horloge.instant()))
                        .update()
                == 1;
        if (nomme) {
            journal.ecrire(ActeDePersonne.chaine(compte), par.getName(), new LecteurNomme(compte));
        }
        return nomme;
    }

    @Transactional
    public void retirer(UUID compte, Membre par) {
        if (base.sql("delete from identite_lecteur where compte = ?")
                        .param(compte)
                        .update()
                == 1) {
            journal.ecrire(ActeDePersonne.chaine(compte), par.getName(), new LecteurRetire(compte));
        }
    }

    /** Une vidéo contrôlée, pour qui est nommé ; l'avoir ouverte se lit au journal. */
    @Transactional
    public Optional<FichierOuvert> ouvrir(Membre operateur, UUID verification, Sequence sequence) {
        var fichier = base.sql("""
                        select s.fichier from identite_sequence s
                        join identite_lecteur l on l.compte = :compte
                        where s.identite = :id and s.sequence = :sequence and s.sain
                        """)
                .param("compte", operateur.compte())
                .param("id", verification)
                .param("sequence", sequence.name())
                .query(UUID.class)
                .optional()
                .flatMap(fichiers::lire);
        if (fichier.isPresent()) {
            journal.ecrire(ActeDIsc.chaineDIdentite(verification), operateur.getName(), new VideoVue(sequence.name()));
        }
        return fichier;
    }
}
