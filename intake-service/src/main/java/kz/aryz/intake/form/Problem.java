package kz.aryz.intake.form;

/** Why a form is shown again: what to do, and which part of it to look at. Nothing that was typed is in it. */
public sealed interface Problem {

    /** What is wrong and what to do, in words. */
    String text(Page page);

    /** Words of the link to {@link #target()}. */
    String link(Page page);

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
        public String text(Page page) {
            return String.format(page.language().locale(), page.text("error.tooLong"), characters);
        }
    }

    /** Nobody knows whether the complaint is safe. */
    record Unconfirmed() implements Problem {

        @Override
        public String text(Page page) {
            return page.text("error.unconfirmed");
        }

        @Override
        public String link(Page page) {
            return page.text("error.again");
        }

        @Override
        public String target() {
            return "send";
        }
    }
}
