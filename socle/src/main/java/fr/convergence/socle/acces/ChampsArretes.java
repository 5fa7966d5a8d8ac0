package fr.convergence.socle.acces;

import fr.convergence.socle.envoi.EnvoiArrete;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.FichiersAttendus;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import fr.convergence.socle.page.SaisieRenduePage.Champ;
import fr.convergence.socle.page.SaisieRenduePage.Fichiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les champs d'un formulaire arrêté : ce qui s'en lit, ce qui repart avec lui, ce qui est à choisir ou à taper de nouveau. */
@Component
final class ChampsArretes {

    /** Le jeton, la clé et l'auteur s'y écrivent à part. */
    private static final Set<String> A_PART = Set.of(SaisieArretee.JETON, Cadre.CLE_D_ENVOI, Cadre.AUTEUR);

    private final List<ChampsConnus> connus;

    ChampsArretes(List<ChampsConnus> connus) {
        this.connus = connus;
    }

    List<Saisi> saisie(String chemin, EnvoiArrete envoi) {
        var noms = envoi.fichiers().values().stream().flatMap(List::stream).toList();
        var fichiers = noms.isEmpty()
                ? Stream.<Saisi>empty()
                : Stream.of(new Saisi(new Message("acces.arret.fichiers"), String.join("\n", noms)));
        var ecrits =
                connus.stream().map(connu -> connu.lire(chemin, envoi.champs())).flatMap(List::stream);
        return Stream.concat(ecrits, fichiers).toList();
    }

    List<Champ> caches(String chemin, EnvoiArrete envoi) {
        return envoi.champs().entrySet().stream()
                .filter(champ -> !secret(chemin, champ.getKey())
                        && !A_PART.contains(champ.getKey())
                        && !FichiersAttendus.est(champ.getKey()))
                .flatMap(champ -> champ.getValue().stream().map(valeur -> new Champ(champ.getKey(), valeur)))
                .toList();
    }

    /** @param sans vrai quand les mêmes fichiers seraient refusés de nouveau : s'en passer est proposé */
    List<Fichiers> fichiers(String chemin, EnvoiArrete envoi, boolean sans) {
        return attendus(envoi).entrySet().stream()
                .flatMap(attendus -> connu(chemin, attendus.getKey())
                        .map(champ -> new Fichiers(
                                attendus.getKey(),
                                champ.libelle(),
                                champ.plusieurs(),
                                champ.facultatif(),
                                new FichiersAttendus(
                                        attendus.getValue(),
                                        sans
                                                || envoi.champs()
                                                        .containsKey(FichiersAttendus.champSans(attendus.getKey())))))
                        .stream())
                .toList();
    }

    List<Message> manque(String chemin, EnvoiArrete envoi) {
        var manque = new ArrayList<Message>();
        if (envoi.fichiers().keySet().stream()
                .anyMatch(champ -> connu(chemin, champ).isEmpty())) {
            manque.add(new Message("acces.arret.fichiers.quoi"));
        }
        if (envoi.champs().keySet().stream().anyMatch(nom -> secret(chemin, nom))) {
            manque.add(new Message("acces.arret.secrets"));
        }
        return manque;
    }

    private boolean secret(String chemin, String champ) {
        return connus.stream().anyMatch(connu -> connu.tait(chemin, champ));
    }

    private Optional<ChampsConnus.DeFichiers> connu(String chemin, String champ) {
        return connus.stream()
                .flatMap(connu -> connu.fichiers(chemin, champ).stream())
                .findFirst();
    }

    /** Par champ, ceux qu'il apportait, sinon ceux qu'une page avait déjà demandé de choisir de nouveau. */
    private static Map<String, List<String>> attendus(EnvoiArrete envoi) {
        var attendus = new LinkedHashMap<>(envoi.fichiers());
        envoi.champs()
                .forEach((nom, valeurs) ->
                        FichiersAttendus.desFichiers(nom).ifPresent(champ -> attendus.putIfAbsent(champ, valeurs)));
        return attendus;
    }
}
