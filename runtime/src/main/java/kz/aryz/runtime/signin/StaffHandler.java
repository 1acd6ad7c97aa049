package kz.aryz.runtime.signin;

import io.javalin.http.Context;

/** Answers a request of somebody who was let in. */
@FunctionalInterface
public interface StaffHandler {

    void handle(Context ctx, Caller caller) throws Exception;
}
