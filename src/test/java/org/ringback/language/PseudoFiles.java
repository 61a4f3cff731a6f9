package org.ringback.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The program's files and one language more, {@value #TAG}: English with an accent on every letter, 40% longer, between
 * {@code ⟦ ⟧}, and from right to left. Whatever stands on screen without these marks never went through the texts.
 */
public final class PseudoFiles implements LanguageFiles {

    /** The tag of the pseudo-language. */
    public static final String TAG = "qps-ploc";

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýźÁƁĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹ";
    private static final Pattern PLACE_OR_LETTER = Pattern.compile("\\{\\w+}|[a-zA-Z]");
    private static final String LONGER = " ẽẋťŕá";

    /** How a language is set, and nothing that anybody reads. */
    private static final Pattern NO_WORDS = Pattern.compile("(typography|number)\\..*");

    /** The tag of the Arabic one. */
    public static final String ARABIC = "qps-arab";

    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";
    private static final String LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤةى";
    private static final Pattern PLACE_OR_CYRILLIC = Pattern.compile("\\{\\w+}|[а-яёА-ЯЁ]");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LanguageFiles program = new ProgramFiles();
    private final String own;
    private final String made;
    private final UnaryOperator<String> words;

    public PseudoFiles() {
        this(TAG, "_en.", PseudoFiles::pseudo);
    }

    private PseudoFiles(String tag, String made, UnaryOperator<String> words) {
        this.own = "_" + tag.replace('-', '_') + ".";
        this.made = made;
        this.words = words;
    }

    /** The program's files and Russian in Arabic letters, {@value #ARABIC}: of no sense, but with the looks of a language. */
    public static PseudoFiles arabic() {
        return new PseudoFiles(
                ARABIC, "_ru.", text -> PLACE_OR_CYRILLIC.matcher(text).replaceAll(PseudoFiles::arabic));
    }

    private static String arabic(MatchResult found) {
        int letter = CYRILLIC.indexOf(found.group().toLowerCase(Locale.ROOT));
        return letter < 0 ? found.group() : LETTERS.substring(letter, letter + 1);
    }

    @Override
    public List<String> list(String folder) throws IOException {
        var names = new ArrayList<>(program.list(folder));
        program.list(folder).stream()
                .filter(name -> name.contains(made))
                .map(name -> name.replace(made, own))
                .forEach(names::add);
        return names;
    }

    @Override
    public Optional<InputStream> open(String folder, String name) throws IOException {
        if (!name.contains(own)) {
            return program.open(folder, name);
        }
        var english = program.open(folder, name.replace(own, made));
        if (english.isEmpty()) {
            return english;
        }
        try (var in = english.get()) {
            String pseudo = name.endsWith(".json") ? json(in) : properties(in);
            return Optional.of(new ByteArrayInputStream(pseudo.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String properties(InputStream english) throws IOException {
        var texts = new Properties();
        texts.load(new InputStreamReader(english, StandardCharsets.UTF_8));
        texts.replaceAll((key, text) -> NO_WORDS.matcher((String) key).matches() ? text : words.apply((String) text));
        texts.setProperty("language.name", words.apply("Pseudo"));
        texts.setProperty("language.direction", "rtl");
        var out = new StringWriter();
        texts.store(out, null);
        return out.toString();
    }

    private String json(InputStream english) throws IOException {
        return JSON.writeValueAsString(pseudo(JSON.readTree(english)));
    }

    private JsonNode pseudo(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(pseudo(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, pseudo(array.get(i)));
            }
        }
        return node.isTextual() ? TextNode.valueOf(words.apply(node.asText())) : node;
    }

    /** What a text becomes; places such as {@code {0}} stay as they are. */
    public static String pseudo(String text) {
        int more = (int) Math.ceil(text.length() * 0.4 / LONGER.length());
        return "⟦" + PLACE_OR_LETTER.matcher(text).replaceAll(PseudoFiles::accent) + LONGER.repeat(more) + "⟧";
    }

    private static String accent(MatchResult found) {
        int letter = PLAIN.indexOf(found.group());
        return letter < 0 ? found.group() : ACCENTED.substring(letter, letter + 1);
    }

    /** Whether a text, or each part of one that was put together, went through the pseudo-language. */
    public static boolean isPseudo(String text) {
        return text.startsWith("⟦") && text.endsWith("⟧");
    }
}
