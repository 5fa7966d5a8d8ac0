package fr.convergence.socle.courriel;

import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Écrit un courriel dans la transaction de l'acte : il part si l'acte est validé, et seulement alors (NOT-3).
 *
 * <p>Toute variable est du texte ; {@code site}, {@code service} et {@code support} sont toujours là.
 */
@Component
public final class Courriels {

    /** L'objet et le texte d'un courriel. */
    public record Brouillon(String objet, String texte) {}

    /** Ce qui est scellé d'un courriel : ses deux rédactions. */
    record Corps(String texte, String html) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient base;
    private final Modeles modeles;
    private final Expediteur expediteur;
    private final Coffre coffre;
    private final Clock horloge;
    private final EnvoiDesCourriels envoi;

    Courriels(
            JdbcClient base,
            Modeles modeles,
            Expediteur expediteur,
            Coffre coffre,
            Clock horloge,
            EnvoiDesCourriels envoi) {
        this.base = base;
        this.modeles = modeles;
        this.expediteur = expediteur;
        this.coffre = coffre;
        this.horloge = horloge;
        this.envoi = envoi;
    }

    /** @param modele nom « paquet/fichier » du modèle, par exemple « connexion/code » */
    public void ecrire(String modele, String destinataire, Map<String, String> variables) {
        ecrire(modele, destinataire, null, variables);
    }

    /** @param reference référence du dossier concerné, pour la recherche de l'opérateur */
    public void ecrire(String modele, String destinataire, @Nullable String reference, Map<String, String> variables) {
        ecrire(modele, List.of(destinataire), reference, variables);
    }

    /** Le même texte à plusieurs, chacun dans son courriel : aucun ne voit les autres. */
    public void ecrire(
            String modele, List<String> destinataires, @Nullable String reference, Map<String, String> variables) {
        if (destinataires.isEmpty()) {
            return;
        }
        var texte = Redaction.rediger(modeles.enVigueur(modele), completer(variables));
        var ids = destinataires.stream().map(_ -> Uuid.v7()).toArray(UUID[]::new);
        base.sql("""
                insert into courriel (id, modele, destinataire, objet, corps_scelle, reference, prochain_essai, cree_le)
                select v.id, :modele, v.destinataire, :objet, v.corps, :reference, :le, :le
                from unnest(:ids, :destinataires, :corps) as v (id, destinataire, corps)
                """)
                .param("modele", modele)
                .param("objet", texte.objet())
                .param("reference", reference)
                .param("le", Timestamp.from(horloge.instant()))
                .param("ids", ids)
                .param("destinataires", destinataires.toArray(String[]::new))
                .param("corps", Arrays.stream(ids).map(id -> sceller(id, texte)).toArray(byte[][]::new))
                .update();
        envoi.bientot();
    }

    /** Ce que donnerait un modèle, pour l'aperçu de l'opérateur : le HTML du courriel. */
    public String apercu(Modele modele, Map<String, String> variables) {
        return Redaction.rediger(modele, completer(variables)).html();
    }

    /** Un courriel tel qu'il partirait, sans l'écrire : ce que voit qui s'apprête à décider. */
    public Brouillon brouillon(String modele, Map<String, String> variables) {
        return brouillon(modeles.enVigueur(modele), variables);
    }

    /** Le même, d'un modèle que l'opérateur écrit. */
    public Brouillon brouillon(Modele modele, Map<String, String> variables) {
        var texte = Redaction.rediger(modele, completer(variables));
        return new Brouillon(texte.objet(), texte.texte());
    }

    private Map<String, String> completer(Map<String, String> variables) {
        var completes = new HashMap<>(variables);
        completes.putIfAbsent("site", expediteur.site());
        completes.putIfAbsent("service", expediteur.nom());
        completes.putIfAbsent("support", expediteur.reponseA());
        return completes;
    }

    private byte[] sceller(UUID id, Redaction.Texte texte) {
        var corps = JSON.writeValueAsString(new Corps(texte.texte(), texte.html()));
        return coffre.sceller(corps.getBytes(StandardCharsets.UTF_8), EnvoiDesCourriels.contexte(id));
    }
}
