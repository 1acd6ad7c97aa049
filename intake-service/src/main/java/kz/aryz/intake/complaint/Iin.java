package kz.aryz.intake.complaint;

/**
 * The check digit of an individual identification number, as decree 406 of 22 May 2007 defines it. Nothing else is
 * checked: since 2013 the digits are not tied to birth date or sex.
 */
final class Iin {

    private static final int DIGITS = 12;
    private static final int MODULUS = 11;
    private static final int NOT_ISSUED = 10;
    private static final int SECOND_PASS_SHIFT = 2;

    private Iin() {}

    /** Whether there are twelve digits of which the last is the check digit of the others. */
    static boolean isValid(String text) {
        return text.matches("[0-9]{" + DIGITS + "}") && checkDigit(text) == digit(text, DIGITS - 1);
    }

    /** 10 where no number with these digits is issued. */
    private static int checkDigit(String text) {
        int first = weigh(text, 0);
        return first == NOT_ISSUED ? weigh(text, SECOND_PASS_SHIFT) : first;
    }

    private static int weigh(String text, int shift) {
        int sum = 0;
        for (int position = 0; position < DIGITS - 1; position++) {
            int weight = (position + shift) % (DIGITS - 1) + 1;
            sum += digit(text, position) * weight;
        }
        return sum % MODULUS;
    }

    private static int digit(String text, int position) {
        return text.charAt(position) - '0';
    }
}
