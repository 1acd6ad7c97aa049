package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Answers a form in which somebody says something that is not to be lost, and is for nobody else. */
public interface StaffNote {

    /** Somebody sent it who was let in, in the session that it was shown in. */
    void sent(Context ctx, Caller caller, Map<String, List<String>> fields) throws Exception;

    /**
     * Shows it again with all that is in it, and does nothing else: nobody knows that its sender still means it.
     *
     * @param caller to whom it had been shown, in a session that is over
     */
    void returned(Context ctx, Caller caller, Map<String, List<String>> fields) throws Exception;
}
