package fr.convergence.socle.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.captcha.Tirage.Freine;
import fr.convergence.socle.captcha.Tirage.Tire;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.origine.Reseau;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les défis posés : tirés sur le serveur, valables dix minutes et une seule réponse, juste ou fausse (INS-1).
 *
 * <p>Un défi se renouvelle sans changer d'identifiant : la page qui le montre n'a qu'à recharger l'image et le son.
 */
@Component
public final class Captchas {

    static final Duration VALIDITE = Duration.ofMinutes(10);

    /** Un hôpital entier sort par une seule adresse : la limite arrête une machine, pas un service de garde. */
    static final int TIRAGES_PAR_ORIGINE = 120;

    static final Duration FENETRE = Duration.ofMinutes(10);
    private static final Duration CONSERVATION = Duration.ofHours(1);

    /** Chaque image a son propre bruit : en superposer beaucoup l'effacerait. Un lecteur audio demande le son par morceaux. */
    private static final int RENDUS_PAR_TIRAGE = 40;

    private final JdbcClient base;
    private final Coffre coffre;
    private final Clock horloge;

    Captchas(JdbcClient base, Coffre coffre, Clock horloge) {
        this.base = base;
        this.coffre = coffre;
        this.horloge = horloge;
    }

    /**
     * Pose un nouveau défi.
     *
     * @param adresse adresse réseau de qui le demande
     */
    public Tirage tirer(String adresse) {
        var origine = origine(adresse);
        var maintenant = horloge.instant();
        var frein = frein(origine, maintenant);
        if (frein.isPresent()) {
            return new Freine(frein.get());
        }
        var id = Uuid.v7();
        base.sql("insert into captcha (id, texte_scelle, origine, cree_le, expire_le) values (?, ?, ?, ?, ?)")
                .params(id, sceller(id), origine, Timestamp.from(maintenant), Timestamp.from(maintenant.plus(VALIDITE)))
                .update();
        return new Tire(id);
    }

    /** Change les caractères d'un défi encore connu et sans réponse, même expiré. */
    public Renouvellement renouveler(UUID id, String adresse) {
        var maintenant = horloge.instant();
        var frein = frein(origine(adresse), maintenant);
        if (frein.isPresent()) {
            return new Renouvellement.Freine(frein.get());
        }
        var change = base.sql("""
                        update captcha
                        set texte_scelle = ?, expire_le = ?, rendus = 0, tirages = tirages + 1
                        where id = ? and utilise_le is null
                        """)
                        .params(sceller(id), Timestamp.from(maintenant.plus(VALIDITE)), id)
                        .update()
                == 1;
        return change ? new Renouvellement.Fait() : new Renouvellement.Perime();
    }

    /** Juge une réponse, sans égard aux capitales ni aux espaces. Le défi est consommé dans tous les cas. */
    public boolean verifier(@Nullable UUID id, @Nullable String reponse) {
        if (id == null) {
            return false;
        }
        var maintenant = Timestamp.from(horloge.instant());
        var attendu = base.sql("""
                        update captcha set utilise_le = :maintenant
                        where id = :id and utilise_le is null and expire_le > :maintenant
                        returning texte_scelle
                        """)
                .param("id", id)
                .param("maintenant", maintenant)
                .query(byte[].class)
                .optional();
        return attendu.map(scelle -> coffre.ouvrir(scelle, contexte(id)))
                .filter(texte -> MessageDigest.isEqual(
                        texte, Alphabet.normaliser(reponse).getBytes(UTF_8)))
                .isPresent();
    }

    /** L'image PNG d'un défi en cours. */
    public Optional<byte[]> image(UUID id) {
        return rendre(id).map(scelle -> Dessin.png(texte(id, scelle)));
    }

    /**
     * Le son WAV d'un défi en cours : les quatre caractères dits en français sur un fond de voix. Le même à chaque appel,
     * car certains navigateurs le demandent morceau par morceau.
     */
    public Optional<byte[]> son(UUID id) {
        return rendre(id).map(scelle -> Dictee.wav(texte(id, scelle), graine(scelle)));
    }

    void purger() {
        base.sql("delete from captcha where cree_le < ?")
                .param(Timestamp.from(horloge.instant().minus(CONSERVATION)))
                .update();
    }

    private Optional<byte[]> rendre(UUID id) {
        return base.sql("""
                        update captcha set rendus = rendus + 1
                        where id = ? and utilise_le is null and expire_le > ? and rendus < ?
                        returning texte_scelle
                        """)
                .params(id, Timestamp.from(horloge.instant()), RENDUS_PAR_TIRAGE)
                .query(byte[].class)
                .optional();
    }

    private String texte(UUID id, byte[] scelle) {
        return new String(coffre.ouvrir(scelle, contexte(id)), UTF_8);
    }

    /** La fin d'un scellé est imprévisible et ne sort jamais de la base. */
    private static long graine(byte[] scelle) {
        return ByteBuffer.wrap(scelle, scelle.length - Long.BYTES, Long.BYTES).getLong();
    }

    /** Jusqu'à quand une adresse attend : que son plus ancien défi ne compte plus. Vide tant qu'elle a de quoi tirer. */
    private Optional<Instant> frein(byte[] origine, Instant maintenant) {
        return base.sql("""
                        select min(cree_le) from captcha where origine = :origine and cree_le > :depuis
                        having sum(tirages) >= :permis
                        """)
                .param("origine", origine)
                .param("depuis", Timestamp.from(maintenant.minus(FENETRE)))
                .param("permis", TIRAGES_PAR_ORIGINE)
                .query((ligne, _) -> ligne.getTimestamp(1).toInstant().plus(FENETRE))
                .optional();
    }

    /** D'où vient une demande, sans garder l'adresse elle-même. */
    private static byte[] origine(String adresse) {
        return Sha256.de(Reseau.de(adresse).valeur());
    }

    private byte[] sceller(UUID id) {
        return coffre.sceller(Alphabet.tirer().getBytes(UTF_8), contexte(id));
    }

    private static String contexte(UUID id) {
        return "captcha/" + id;
    }
}
