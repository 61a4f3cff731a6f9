package org.ringback.search;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in configurations, is named in the advice of findings, and on no page of the handbook, from
 * {@code search/settings.json}: for each name its topic, the products that have it, and codes to read about.
 */
final class ProductSettings {

    private static final String FILE = "/search/settings.json";
    private static final Pattern SPACE = Pattern.compile(" ");

    private final Map<String, Setting> byName;

    /**
     * Something that can be set.
     *
     * @param products that have it
     * @param codes to read about, perhaps none
     */
    record Setting(SettingTopic topic, List<String> products, List<Integer> codes) {

        private static Setting read(String text) {
            List<String> parts = List.of(SPACE.split(text, -1));
            List<String> rest = parts.subList(1, parts.size());
            return new Setting(
                    SettingTopic.valueOf(
                            parts.getFirst().toUpperCase(Locale.ROOT).replace('-', '_')),
                    rest.stream().filter(part -> !isNumber(part)).toList(),
                    rest.stream()
                            .filter(Setting::isNumber)
                            .map(Integer::valueOf)
                            .toList());
        }

        private static boolean isNumber(String part) {
            return Character.isDigit(part.charAt(0));
        }
    }

    private ProductSettings(Map<String, Setting> byName) {
        this.byName = byName;
    }

    static ProductSettings load() {
        try (InputStream file = ProductSettings.class.getResourceAsStream(FILE)) {
            var byName = new HashMap<String, Setting>();
            JsonMapper.builder()
                    .build()
                    .readTree(file)
                    .properties()
                    .forEach(entry -> byName.put(
                            folded(entry.getKey()),
                            Setting.read(entry.getValue().asText())));
            return new ProductSettings(byName);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The setting that a word names; it must be joined as in a configuration, since words apart may mean each of them. */
    Optional<Setting> named(String word) {
        return Optional.ofNullable(byName.get(folded(word)));
    }
}
