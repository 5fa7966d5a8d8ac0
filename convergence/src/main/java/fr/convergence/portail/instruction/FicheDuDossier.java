package fr.convergence.portail.instruction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.avis.CartesDAvis;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.concertation.CartesDeConcertation;
import fr.convergence.portail.concertation.RetourALaListe;
import fr.convergence.portail.contact.ContactsDuDossier;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.instruction.InstructionDossierPage.Entite;
import fr.convergence.portail.instruction.InstructionDossierPage.Fiche;
import fr.convergence.portail.instruction.InstructionDossierPage.Identite;
import fr.convergence.portail.instruction.InstructionDossierPage.Personne;
import fr.convergence.portail.messagerie.MessagesNonLus;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.socle.identifiant.Finess;
import java.util.List;
import org.springframework.stereotype.Component;

/** L'établissement d'un dossier et les personnes à joindre. */
@Component
final class FicheDuDossier {

    private final Etablissements etablissements;
    private final Comptes comptes;
    private final Editions editions;
    private final ContactsDuDossier contacts;
    private final MessagesNonLus messages;
    private final CartesDeConcertation concertation;
    private final CartesDAvis avis;

    FicheDuDossier(
            Etablissements etablissements,
            Comptes comptes,
            Editions editions,
            ContactsDuDossier contacts,
            MessagesNonLus messages,
            CartesDeConcertation concertation,
            CartesDAvis avis) {
        this.avis = avis;
        this.concertation = concertation;
        this.messages = messages;
        this.etablissements = etablissements;
        this.comptes = comptes;
        this.editions = editions;
        this.contacts = contacts;
    }

    Fiche de(Connecte qui, Dossier dossier, Etape etape, String position) {
        var cle = dossier.candidat().cle();
        var retour = new RetourALaListe(etape.code(), position);
        var candidat = etablissements.candidat(cle);
        return new Fiche(
                new Identite(
                        dossier.candidat().nom(),
                        cle.type().libelle(),
                        cle.identifiant(),
                        candidat.map(Candidat::finess).map(Finess::valeur).orElse(cle.identifiant()),
                        dossier.region().nom()),
                candidat.map(Candidat::entites).orElse(List.of()).stream()
                        .map(entite -> new Entite(entite.nom(), entite.finess().valeur()))
                        .toList(),
                comptes.titulaire(dossier.referent()).map(FicheDuDossier::personne),
                dossier.etapes().stream()
                        .filter(transmise -> transmise.etat().transmise())
                        .flatMap(transmise -> editions.derniere(transmise.id()).stream()
                                .flatMap(envoi -> contacts.transmis(dossier, transmise, envoi).stream()))
                        .toList(),
                messages.carte(qui, dossier),
                concertation.de(qui, dossier, etape, retour),
                avis.de(qui, dossier, retour));
    }

    private static Personne personne(Compte compte) {
        var telephone = compte.telephone();
        return new Personne(
                compte.nomComplet(), compte.courriel().valeur(), telephone == null ? "" : telephone.affichage());
    }
}
