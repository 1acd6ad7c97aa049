package kz.aryz.dossier.opening;

import gg.jte.Content;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.aryz.dossier.Dossier;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffNote;

/**
 * Forms on the page of a complaint. Where nothing is done the page comes back with all that was typed, and what to do beside it.
 * Work without scripts.
 *
 * @param <F> what somebody filled in
 */
public abstract class AnnexForms<F extends FilledIn<F>> implements Annex {

    /** A form that stands on the page; {@code reading} is how it is read. */
    protected final StaffNote form(ComplaintPage page, Function<Map<String, List<String>>, F> reading) {
        return new Form(page, reading);
    }

    private final class Form implements StaffNote {

        private final ComplaintPage page;
        private final Function<Map<String, List<String>>, F> reading;

        Form(ComplaintPage page, Function<Map<String, List<String>>, F> reading) {
            this.page = page;
            this.reading = reading;
        }

        @Override
        public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) throws InterruptedException {
            F filled = reading.apply(fields);
            try {
                send(ctx, caller, filled, page);
            } catch (ProblemException problem) {
                if (problem.type().equals(ProblemType.NOT_FOUND)) {
                    throw problem;
                }
                ctx.status(problem.type().status());
                giveBack(ctx, caller, filled.because("why." + problem.type().code()), page);
            }
        }

        @Override
        public void returned(Context ctx, Caller caller, Map<String, List<String>> fields) {
            giveBack(ctx, caller, reading.apply(fields).because(FilledIn.RETURNED), page);
        }
    }

    /**
     * Does what was asked for, and answers.
     *
     * @throws ProblemException where nothing is done; the text of its code tells what to do
     */
    protected abstract void send(Context ctx, Caller caller, F filled, ComplaintPage page) throws InterruptedException;

    /** With all that was chosen and typed. */
    protected final void giveBack(Context ctx, Caller caller, F filled, ComplaintPage page) {
        page.show(
                ctx, caller, this, (request, reader, dossier) -> beside(request, reader, dossier, Optional.of(filled)));
    }

    @Override
    public final Optional<Content> beside(Context ctx, Caller caller, Dossier dossier) {
        return beside(ctx, caller, dossier, Optional.empty());
    }

    /** What stands there; {@code typed} is what came back. */
    protected abstract Optional<Content> beside(Context ctx, Caller caller, Dossier dossier, Optional<F> typed);
}
