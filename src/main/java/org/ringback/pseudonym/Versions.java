package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringback.capture.wire.IpAddress;

/** Tells versions and numbers of causes from numbers of people and machines, by what stands before them. */
final class Versions {

    private static final Set<String> COUNTED =
            Set.of("cause", "code", "error", "status", "rfc", "timer", "isup", "q.850");

    private static final Set<String> BUILDS = Set.of(
            "build",
            "stamp",
            "release",
            "rev",
            "revision",
            "version",
            "ver",
            "v",
            "r",
            "rv",
            "windows",
            "xp",
            "sp",
            "dev");

    private static final Set<String> MODELS = Lists.of("""
        t x d m w u v vp wp gxp gxv gxw grp ht dp cp spa vvx ip ccx cs ata kx spip ssip snom mp
        """);

    /** Whose versions have four numbers. */
    private static final Set<String> OF_FOUR =
            Set.of("fpbx", "freepbx", "snom", "zoiper", "fanvil", "grandstream", "rtcc");

    /** No version of theirs begins with a greater number; addresses of the Internet mostly do. */
    private static final int GREATEST = 20;

    private static final int LONGEST = 24;
    private static final int LONGEST_CODE = 3;
    private static final int LONGEST_BUILD = 5;
    private static final int LONGEST_MODEL = 4;

    private final Pseudonyms pseudonyms;
    private String before = "";
    /** Whether a product has just been named. */
    private boolean named;
    /** Whether that was the model of a telephone. */
    private boolean modeled;
    /** Whether a version has just been told; another one may follow in parentheses. */
    private boolean versioned;

    Versions(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** What was read last: a word that stays in lower case, digits, or nothing for a word that does not. */
    void after(String lower) {
        before = lower;
        named = !lower.isEmpty() && !Runs.digits(lower) && Vocabulary.software(lower);
        modeled = false;
    }

    /** Whether digits are the number of a cause or of an RFC. */
    boolean counts(String digits) {
        return COUNTED.contains(before) && digits.length() <= LONGEST_CODE && !pseudonyms.knownNumber(digits);
    }

    /** Whether this is a version or a model of the product that was just named. */
    boolean stays(String text) {
        if (text.length() > LONGEST || pseudonyms.knownNumber(text)) {
            return false;
        }
        boolean stays = (named && model(text)) || (Runs.digits(text) ? digits(text) : version(text));
        modeled = stays && (model(text) || series());
        versioned = stays && !modeled && !Runs.digits(text);
        named = modeled || (named && !stays);
        return stays;
    }

    /** Whether the number of a model may follow. */
    private boolean series() {
        return MODELS.contains(before) && before.length() > 2;
    }

    private boolean digits(String text) {
        int longest = BUILDS.contains(before) ? LONGEST_BUILD : series() ? LONGEST_CODE : named ? 2 : 0;
        return text.length() <= longest;
    }

    /** Numbers with dots between them, which are no address unless a model stands before them. */
    private boolean version(String text) {
        int letters = 0;
        while (letters < text.length() && Runs.letter(text.charAt(letters))) {
            letters++;
        }
        boolean prefix =
                letters > 0 && BUILDS.contains(text.substring(0, letters).toLowerCase(Locale.ROOT));
        if (letters > 0 && !prefix) {
            return false;
        }
        String numbers = text.startsWith(".", letters) ? text.substring(letters + 1) : text.substring(letters);
        boolean build = prefix || BUILDS.contains(before);
        if (!counts(numbers.split("\\.", -1)) || (numbers.indexOf('.') < 0 && !build)) {
            return false;
        }
        Optional<IpAddress> address = IpAddress.of(numbers);
        boolean again = versioned && numbers.indexOf('.') != numbers.lastIndexOf('.');
        return address.isEmpty()
                ? named || build || again
                : (modeled || prefix || ofFour(numbers)) && foreign(address.get());
    }

    private boolean ofFour(String numbers) {
        return OF_FOUR.contains(before) && Integer.parseInt(numbers.substring(0, numbers.indexOf('.'))) <= GREATEST;
    }

    /** What distributions put behind a version, such as 1ubuntu1. */
    static boolean ofPackage(String text) {
        boolean[] known = {text.length() <= LONGEST};
        Runs.rewrite(
                text,
                word -> {
                    known[0] &= Vocabulary.software(word.toLowerCase(Locale.ROOT));
                    return word;
                },
                digits -> {
                    known[0] &= digits.length() == 1;
                    return digits;
                });
        return known[0];
    }

    private static boolean counts(String... parts) {
        for (String part : parts) {
            boolean letter = part.length() > 1 && Runs.letter(part.charAt(part.length() - 1));
            String count = letter ? part.substring(0, part.length() - 1) : part;
            if (!Runs.digits(count) || count.length() > LONGEST_BUILD) {
                return false;
            }
        }
        return true;
    }

    private boolean foreign(IpAddress address) {
        return !Subnets.local(address) && !Subnets.plain(address) && !pseudonyms.knownAddress(address);
    }

    /** A few letters that are known to begin the names of telephones, up to four digits, and maybe a letter. */
    private boolean model(String name) {
        int letters = 0;
        while (letters < name.length() && Runs.letter(name.charAt(letters))) {
            letters++;
        }
        int digits = letters;
        while (digits < name.length() && Runs.digit(name.charAt(digits))) {
            digits++;
        }
        return digits > letters
                && digits - letters <= LONGEST_MODEL
                && name.length() - digits <= 1
                && MODELS.contains(name.substring(0, letters).toLowerCase(Locale.ROOT))
                && !pseudonyms.knownNumber(name.substring(letters, digits));
    }
}
