package fr.convergence.portail.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ce que montre la carte « Contacts de l'établissement ». */
public record Contacts(String reference, List<Ligne> lignes) {

    public Contacts {
        lignes = List.copyOf(lignes);
    }

    /**
     * Un contact.
     *
     * @param question son code, qui sert d'adresse
     * @param fonction « DSI », « RSSI »
     * @param corrigeLe quand il a été corrigé depuis la réponse du formulaire, qui garde l'ancien
     */
    public record Ligne(
            String question,
            String fonction,
            String civilite,
            String nom,
            String prenom,
            String courriel,
            Optional<Instant> corrigeLe) {

        public boolean renseigne() {
            return !nom.isEmpty() || !prenom.isEmpty() || !courriel.isEmpty();
        }
    }

    /** Ce contact, s'il a été corrigé depuis la réponse du formulaire. */
    public Optional<Ligne> corrige(String question) {
        return lignes.stream()
                .filter(ligne ->
                        ligne.question().equals(question) && ligne.corrigeLe().isPresent())
                .findFirst();
    }

    public String adresse() {
        return "/dossiers/" + reference + "/contacts";
    }
}
