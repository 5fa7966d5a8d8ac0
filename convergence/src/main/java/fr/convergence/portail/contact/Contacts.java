package fr.convergence.portail.contact;

import java.util.List;

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
     */
    public record Ligne(String question, String fonction, String civilite, String nom, String prenom, String courriel) {

        public boolean renseigne() {
            return !nom.isEmpty() || !prenom.isEmpty() || !courriel.isEmpty();
        }
    }

    public String adresse() {
        return "/dossiers/" + reference + "/contacts";
    }
}
