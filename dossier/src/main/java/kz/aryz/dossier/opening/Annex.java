package kz.aryz.dossier.opening;

import gg.jte.Content;
import io.javalin.http.Context;
import java.util.Optional;
import kz.aryz.dossier.Dossier;
import kz.aryz.runtime.signin.Caller;

/** What a service puts on the page of a complaint beside its openings: what else can be done with it there. */
@FunctionalInterface
public interface Annex {

    /** For whoever reads the page; empty where there is nothing for them. */
    Optional<Content> beside(Context ctx, Caller caller, Dossier dossier);
}
