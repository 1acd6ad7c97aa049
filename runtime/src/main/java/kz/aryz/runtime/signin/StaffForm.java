package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers a form that takes its person long to fill in. */
public interface StaffForm {

    /** Somebody sent it who was let in, in the session that it was shown in. */
    void sent(Context ctx, Caller caller, Map<String, List<String>> fields) throws Exception;

    /**
     * Gives it back with all that is in it, and does nothing else: nobody knows that its sender meant it.
     *
     * @param caller who is signed in now and may use the form; empty where nobody is signed in who may
     */
    void returned(Context ctx, Optional<Caller> caller, Map<String, List<String>> fields) throws Exception;
}
