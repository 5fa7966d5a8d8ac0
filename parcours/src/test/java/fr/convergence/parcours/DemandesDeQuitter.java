package fr.convergence.parcours;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** « Quitter cette page ? » : ce que le navigateur demande de lui-même. */
final class DemandesDeQuitter {

    private DemandesDeQuitter() {}

    /** Combien de fois il l'a demandé pendant ce geste. */
    static int pendant(Page page, Consumer<Dialog> reponse, Runnable geste) {
        var vues = new ArrayList<Dialog>();
        Consumer<Dialog> repondre = demande -> {
            vues.add(demande);
            reponse.accept(demande);
        };
        ecouter(page, repondre, geste);
        return vues.size();
    }

    /** Fait ce geste, attend que le navigateur le demande, et reste. */
    static void rester(Page page, Runnable geste) {
        var vues = new AtomicInteger();
        Consumer<Dialog> rester = demande -> {
            vues.incrementAndGet();
            demande.dismiss();
        };
        ecouter(page, rester, () -> {
            geste.run();
            page.waitForCondition(() -> vues.get() > 0);
        });
    }

    private static void ecouter(Page page, Consumer<Dialog> reponse, Runnable geste) {
        page.onDialog(reponse);
        try {
            geste.run();
        } finally {
            page.offDialog(reponse);
        }
    }
}
