package fr.convergence.portail.compte;

import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CompteCree;
import fr.convergence.socle.personne.EtatDePersonne;
import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ouvre un compte déjà activé, sans courriel. Aucune page n'y mène : la démonstration et les essais s'en servent. */
@Component
public class OuvrirComptePret {

    private final Comptes comptes;
    private final Personnes personnes;
    private final Secrets secrets;
    private final EtablissementsDuCompte etablissements;
    private final MotsDePasse motsDePasse;
    private final Journal journal;
    private final Clock horloge;

    OuvrirComptePret(
            Comptes comptes,
            Personnes personnes,
            Secrets secrets,
            EtablissementsDuCompte etablissements,
            MotsDePasse motsDePasse,
            Journal journal,
            Clock horloge) {
        this.comptes = comptes;
        this.personnes = personnes;
        this.secrets = secrets;
        this.etablissements = etablissements;
        this.motsDePasse = motsDePasse;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Le compte ouvert ; celui qui porte déjà ce nom d'utilisateur est rendu, avec les établissements qui lui manquaient. */
    @Transactional
    public Compte executer(ComptePret pret) {
        var connu = comptes.designe(pret.nomUtilisateur().valeur());
        if (connu.isPresent()) {
            pret.etablissements()
                    .forEach(candidat -> etablissements.ajouter(connu.get().id(), candidat, List.of()));
            return connu.get();
        }
        var compte = compte(pret);
        if (!comptes.creer(compte, motsDePasse.empreinte(pret.motDePasse()))) {
            throw new IllegalStateException("Adresse électronique déjà prise");
        }
        ouvrir(compte.id(), pret);
        return comptes.titulaire(compte.id()).orElseThrow();
    }

    private void ouvrir(UUID compte, ComptePret pret) {
        personnes.activer(compte);
        pret.etablissements().forEach(candidat -> etablissements.ajouter(compte, candidat, List.of()));
        if (pret.secret() != null) {
            secrets.lier(compte, pret.secret(), CodesTotp.AUCUN_PAS);
        }
        journal.ecrire(ActeDePersonne.chaine(compte), Journal.SYSTEME, new CompteCree());
    }

    private Compte compte(ComptePret pret) {
        var maintenant = horloge.instant();
        var personne = new Personne(
                Uuid.v7(),
                pret.role().equipe(),
                pret.nomUtilisateur(),
                pret.courriel(),
                pret.civilite(),
                pret.nom(),
                pret.prenom(),
                pret.telephone(),
                new EtatDePersonne.EnAttente(maintenant),
                maintenant);
        return new Compte(personne, pret.role(), pret.region());
    }
}
