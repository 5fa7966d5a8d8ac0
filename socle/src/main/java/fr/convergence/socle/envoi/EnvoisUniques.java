package fr.convergence.socle.envoi;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.envoi.EnvoiRefuse.Raison;
import fr.convergence.socle.page.Redirection;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fait une fois ce qu'un formulaire demande, et rend la même réponse chaque fois qu'il revient.
 *
 * <p>La clé s'écrit dans la transaction de l'acte : le second du même envoi attend le premier sur elle, puis lit sa réponse.
 * Une page, qui dit ce qui manque, ne se retient pas : la même demande la refait. Une exception défait tout, clé comprise.
 */
@Component
public final class EnvoisUniques {

    /** Bien plus qu'une session, dont le jeton est dans le formulaire : un onglet plus vieux est refusé avant d'arriver ici. */
    static final Duration MEMOIRE = Duration.ofDays(7);

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient base;
    private final PlatformTransactionManager transactions;
    private final Coffre coffre;
    private final Sceau sceau;
    private final Clock horloge;

    EnvoisUniques(JdbcClient base, PlatformTransactionManager transactions, Coffre coffre, Sceau sceau, Clock horloge) {
        this.base = base;
        this.transactions = transactions;
        this.coffre = coffre;
        this.sceau = sceau;
        this.horloge = horloge;
    }

    /** Ce qui se fait une fois. */
    @FunctionalInterface
    public interface Acte<R> {
        @Nullable
        R faire() throws Exception;
    }

    private record Connu(byte[] empreinte, byte[] reponse, boolean perime) {}

    /** L'acte d'une route, qui se retient s'il mène ailleurs. */
    public @Nullable Object uneFois(HttpServletRequest requete, Acte<Object> acte) throws Exception {
        var envoi = EnvoiSigne.lire(requete);
        return envoi.isEmpty() ? acte.faire() : uneFois(envoi.get(), Redirection.class, acte);
    }

    /**
     * Une partie d'un envoi dont le reste peut se refaire.
     *
     * @param genre ce que l'acte rend, et qui se retient
     */
    public <R> R partie(HttpServletRequest requete, String nom, Class<R> genre, Acte<R> acte) throws Exception {
        var envoi = EnvoiSigne.lire(requete);
        return genre.cast(requireNonNull(
                envoi.isEmpty() ? acte.faire() : uneFois(envoi.get().partie(nom), genre, acte)));
    }

    /**
     * L'acte d'un formulaire qui ouvre, change ou finit la session de qui l'envoie.
     *
     * @param lieu ce qui s'en retient, et de quelle session : le même formulaire, parti d'une autre, en est un autre
     * @param genre ce qui se retient ; l'acte peut rendre autre chose, que la même demande refait
     */
    public @Nullable Object deSession(HttpServletRequest requete, String lieu, Class<?> genre, Acte<Object> acte)
            throws Exception {
        var envoi = EnvoiSigne.deSession(requete, lieu, sceau);
        return envoi.isEmpty() ? acte.faire() : uneFois(envoi.get(), genre, acte);
    }

    /** Ce qui ne se juge qu'une fois, comme un contrôle de sécurité : le second clic du même formulaire reçoit le même verdict. */
    public boolean juger(HttpServletRequest requete, String nom, BooleanSupplier verdict) throws Exception {
        return (Boolean) juger(requete, nom, Boolean.class, verdict::getAsBoolean);
    }

    /**
     * Le même, d'un verdict qui dit pourquoi : un code essayé deux fois par un double clic ne coûte qu'un essai.
     *
     * @param genre ce qui se retient ; l'acte peut rendre autre chose, que la même demande refait
     */
    public Object juger(HttpServletRequest requete, String nom, Class<?> genre, Acte<Object> acte) throws Exception {
        return requireNonNull(deSession(requete, nom + "/" + requete.getRequestedSessionId(), genre, acte));
    }

    /** Ce que ce formulaire a déjà fait, d'après {@link #deSession}. */
    public <R> Optional<R> dejaFait(HttpServletRequest requete, String lieu, Class<R> genre) throws IOException {
        return EnvoiSigne.deSession(requete, lieu, sceau)
                .flatMap(envoi -> base.sql("select reponse from envoi_unique where cle = ?")
                        .param(envoi.cle())
                        .query(byte[].class)
                        .optional()
                        .map(reponse -> JSON.readValue(coffre.ouvrir(reponse, contexte(envoi.cle())), genre)));
    }

    /** Ce que ces envois ont fait est à refaire : les mêmes, s'ils reviennent, ne font plus rien et le disent. */
    public void perimer(String adresse) {
        base.sql("update envoi_unique set perime = true where chemin = ?")
                .param(EnvoiSigne.chemin(adresse))
                .update();
    }

    void purger() {
        base.sql("delete from envoi_unique where recu_le < ?")
                .param(Timestamp.from(horloge.instant().minus(MEMOIRE)))
                .update();
    }

    private <R> @Nullable Object uneFois(EnvoiSigne envoi, Class<R> genre, Acte<? extends Object> acte)
            throws Exception {
        var transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        @Nullable Object reponse;
        try {
            reponse = retenir(envoi) ? faire(envoi, genre, acte) : rendre(envoi, genre);
        } catch (Exception | Error echec) {
            transactions.rollback(transaction);
            throw echec;
        }
        transactions.commit(transaction);
        return reponse;
    }

    /** Faux si la même clé est déjà là ; attend que l'envoi qui la tient ait fini. */
    private boolean retenir(EnvoiSigne envoi) {
        return base.sql("""
                insert into envoi_unique (cle, chemin, empreinte, recu_le) values (?, ?, ?, ?)
                on conflict (cle) do nothing
                """)
                        .params(envoi.cle(), envoi.chemin(), sceau.hmac(envoi.dit()), Timestamp.from(horloge.instant()))
                        .update()
                == 1;
    }

    private @Nullable Object faire(EnvoiSigne envoi, Class<?> genre, Acte<? extends Object> acte) throws Exception {
        var reponse = acte.faire();
        if (genre.isInstance(reponse)) {
            base.sql("update envoi_unique set reponse = ? where cle = ?")
                    .params(coffre.sceller(JSON.writeValueAsBytes(reponse), contexte(envoi.cle())), envoi.cle())
                    .update();
        } else {
            base.sql("delete from envoi_unique where cle = ?")
                    .param(envoi.cle())
                    .update();
        }
        return reponse;
    }

    private Object rendre(EnvoiSigne envoi, Class<?> genre) {
        var connu = base.sql("select empreinte, reponse, perime from envoi_unique where cle = ?")
                .param(envoi.cle())
                .query((ligne, _) ->
                        new Connu(ligne.getBytes("empreinte"), ligne.getBytes("reponse"), ligne.getBoolean("perime")))
                .single();
        if (!sceau.verifier(connu.empreinte(), envoi.dit())) {
            throw new EnvoiRefuse(Raison.AUTRE);
        }
        if (connu.perime()) {
            throw new EnvoiRefuse(Raison.PERIME);
        }
        return JSON.readValue(coffre.ouvrir(connu.reponse(), contexte(envoi.cle())), genre);
    }

    private static String contexte(UUID cle) {
        return "envoi/" + cle;
    }
}
