package fr.convergence.socle.courriel;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.site.Langue;
import fr.convergence.socle.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les modèles livrés à côté de chaque paquet, et ce que l'opérateur en a réécrit (NOT-2). */
@Component
public final class Modeles {

    private static final Pattern CHEMIN = Pattern.compile(".*/(\\w+)/courriels/([\\w-]+)\\.md$");

    private final Site site;
    private final Map<String, Modele> livres;
    private final JdbcClient base;
    private final Clock horloge;

    Modeles(JdbcClient base, Clock horloge, Site site) {
        this.site = site;
        this.livres = charger(site.motifs("courriels/*.md"));
        if (!site.enPlusieursLangues()) {
            livres.values().removeIf(modele -> modele.langue() != Langue.FRANCAIS);
        }
        this.base = base;
        this.horloge = horloge;
    }

    /** Le modèle en vigueur ; un nom inconnu est une erreur de programme. */
    public Modele enVigueur(String nom) {
        return requireNonNull(enVigueur(List.of(nom)).get(nom));
    }

    /** Les mêmes, par nom. */
    Map<String, Modele> enVigueur(Collection<String> noms) {
        var enVigueur = noms.stream().collect(Collectors.toMap(Function.identity(), this::livre));
        base.sql("select nom, objet, corps from courriel_modele where nom = any (?)")
                .param(noms.toArray(String[]::new))
                .query(Modele.class)
                .list()
                .forEach(reecrit -> enVigueur.put(reecrit.nom(), reecrit));
        return enVigueur;
    }

    /** Le nom du même modèle dans cette langue ; le sien s'il n'y est pas. */
    String en(Langue langue, String nom) {
        var traduit = nom + langue.suffixe();
        return livres.containsKey(traduit) ? traduit : nom;
    }

    boolean enPlusieursLangues() {
        return site.enPlusieursLangues();
    }

    public List<Modele> livres() {
        return List.copyOf(livres.values());
    }

    /** Un modèle tel qu'il part aujourd'hui ; {@code reecritLe} est nul quand c'est le modèle livré. */
    public record Etat(Modele enVigueur, @Nullable Instant reecritLe) {}

    public List<Etat> tous() {
        var reecrits = new HashMap<String, Etat>();
        base.sql("select nom, objet, corps, modifie_le from courriel_modele").query(ligne -> {
            var modele = new Modele(ligne.getString("nom"), ligne.getString("objet"), ligne.getString("corps"));
            reecrits.put(
                    modele.nom(),
                    new Etat(modele, ligne.getTimestamp("modifie_le").toInstant()));
        });
        return livres.values().stream()
                .map(livre -> reecrits.getOrDefault(livre.nom(), new Etat(livre, null)))
                .toList();
    }

    /** Les variables que ce modèle peut citer. */
    public Set<String> variables(String nom) {
        return ExamenDeModele.variables(livre(nom));
    }

    /** Ce qui empêche de prendre cette réécriture ; rien quand elle est bonne. */
    public List<ReprocheDeModele> juger(Modele reecrit) {
        return ExamenDeModele.juger(reecrit, livre(reecrit.nom()));
    }

    /** Revient au modèle livré. Faux s'il n'était pas réécrit. */
    public boolean retablir(String nom) {
        return base.sql("delete from courriel_modele where nom = ?").param(nom).update() == 1;
    }

    public void reecrire(Modele modele, String par) {
        livre(modele.nom());
        base.sql("""
                insert into courriel_modele (nom, objet, corps, modifie_le, par) values (?, ?, ?, ?, ?)
                on conflict (nom) do update
                set objet = excluded.objet, corps = excluded.corps, modifie_le = excluded.modifie_le, par = excluded.par
                """)
                .params(modele.nom(), modele.objet(), modele.corps(), Timestamp.from(horloge.instant()), par)
                .update();
    }

    private Modele livre(String nom) {
        var livre = livres.get(nom);
        if (livre == null) {
            throw new IllegalArgumentException("Modèle de courriel inconnu : " + nom);
        }
        return livre;
    }

    private static Map<String, Modele> charger(List<String> motifs) {
        var modeles = new TreeMap<String, Modele>();
        try {
            for (var motif : motifs) {
                for (var fichier : new PathMatchingResourcePatternResolver().getResources(motif)) {
                    var chemin = CHEMIN.matcher(fichier.getURL().toString());
                    if (chemin.matches()) {
                        var nom = chemin.group(1) + "/" + chemin.group(2);
                        modeles.put(nom, Modele.lire(nom, fichier.getContentAsString(StandardCharsets.UTF_8)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modeles;
    }
}
