package kz.aryz.intake.form;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import kz.aryz.intake.api.ComplaintsApi;
import org.jspecify.annotations.Nullable;

/** Why a form is shown again: what to do, and which part of it to look at. Nothing that was typed is in it. */
public sealed interface Problem {

    /** What is still wrong with a form in another language: if nobody knew before whether it is safe, nobody does now. */
    static @Nullable Problem stillOf(Typed typed) {
        return typed.hasAny(Typed.SENT_IN) ? new Unconfirmed() : null;
    }

    /** What is wrong and what to do, in words. */
    String text(Page page);

    /** Words of the link to {@link #target()}. */
    String link(Page page);

    /** Sets the status of the answer, and what a program may want to know beside it. */
    void answer(Context ctx);

    /** Id of the part of the form that it is about. */
    String target();

    /** It is about the story. */
    sealed interface OfStory extends Problem {

        @Override
        default String link(Page page) {
            return page.text("error.story");
        }

        @Override
        default String target() {
            return "narrative";
        }
    }

    /** Nothing was typed. */
    record Empty() implements OfStory {

        @Override
        public void answer(Context ctx) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }

        @Override
        public String text(Page page) {
            return page.text("error.empty");
        }
    }

    /**
     * More was typed than a complaint can hold.
     *
     * @param characters how many must go
     */
    record TooLong(int characters) implements OfStory {

        /** Counts how many characters at the end of a text make that many bytes of UTF-8, or a little more. */
        static TooLong by(int bytes, String text) {
            int start = text.length();
            for (int left = bytes; left > 0 && start > 0; ) {
                int character = text.codePointBefore(start);
                left -= utf8Length(character);
                start -= Character.charCount(character);
            }
            return new TooLong(text.codePointCount(start, text.length()));
        }

        private static int utf8Length(int character) {
            return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
        }

        @Override
        public void answer(Context ctx) {
            ctx.status(HttpStatus.CONTENT_TOO_LARGE);
        }

        @Override
        public String text(Page page) {
            return String.format(page.language().locale(), page.text("error.tooLong"), characters);
        }
    }

    /** It is about the sending. */
    sealed interface OfSending extends Problem {

        @Override
        default String link(Page page) {
            return page.text("error.again");
        }

        @Override
        default String target() {
            return "send";
        }
    }

    /** Nobody knows whether the complaint is safe. */
    record Unconfirmed() implements OfSending {

        @Override
        public void answer(Context ctx) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", Long.toString(ComplaintsApi.RETRY_AFTER.toSeconds()));
        }

        @Override
        public String text(Page page) {
            return page.text("error.unconfirmed");
        }
    }

    /** It was typed in a session that is over. */
    record SignedInAnew() implements OfSending {

        @Override
        public void answer(Context ctx) {
            ctx.status(HttpStatus.FORBIDDEN);
        }

        @Override
        public String text(Page page) {
            return page.text("error.signedInAnew");
        }
    }
}
