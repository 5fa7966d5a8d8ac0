package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeConsultation.ReferentConsulte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.etablissement.CandidatsParNom;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Le support cherche un référent et lit sa fiche : des données personnelles, donc un acte du journal. */
@Component
class ConsulterReferent {

    private final Comptes comptes;
    private final Etablissements registre;
    private final CandidatsParNom parNom;
    private final Journal journal;

    ConsulterReferent(Comptes comptes, Etablissements registre, CandidatsParNom parNom, Journal journal) {
        this.comptes = comptes;
        this.registre = registre;
        this.parNom = parNom;
        this.journal = journal;
    }

    /** Par nom, adresse, nom d'utilisateur, FINESS, code de GHT ou nom d'établissement. */
    List<Compte> chercher(String recherche, @Nullable UUID apres, int lignes) {
        return comptes.referents(recherche, candidats(recherche), apres, lignes);
    }

    /** Vide si ce compte n'est pas celui d'un référent. */
    @Transactional
    public Optional<Compte> executer(UUID id, Connecte operateur) {
        var referent = referent(id);
        referent.ifPresent(_ -> journal.ecrire(Sorte.COMPTE.chaine(id), operateur.getName(), new ReferentConsulte()));
        return referent;
    }

    /** Le même, sans rien en lire d'autre. */
    Optional<Compte> referent(UUID id) {
        return comptes.titulaire(id).filter(compte -> !compte.deLEquipe());
    }

    /** Le FINESS d'une entité juridique désigne aussi le GHT dont elle est membre. */
    private List<String> candidats(String recherche) {
        var candidats = new ArrayList<String>();
        CodeGht.lire(recherche).siLue().map(CodeGht::valeur).ifPresent(candidats::add);
        Finess.lire(recherche).siLue().ifPresent(finess -> {
            candidats.add(finess.valeur());
            registre.ghtDe(finess).map(CodeGht::valeur).ifPresent(candidats::add);
        });
        candidats.addAll(parNom.de(recherche));
        return candidats;
    }
}
