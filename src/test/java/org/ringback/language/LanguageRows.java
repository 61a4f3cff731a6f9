package org.ringback.language;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Rows of values between commas, as for a {@code CsvSource}. A row with {@code *} stands for one row for each language into
 * which the program is translated, its tag in place of the star. Rows with {@code ~} are shared out among these languages, so
 * that each language has one and each row has one at least: enough to look at, where drawing all would take long.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(LanguageRows.Provider.class)
public @interface LanguageRows {

    /** The rows. */
    String[] value();

    /** Puts the languages in. */
    final class Provider extends AnnotationBasedArgumentsProvider<LanguageRows> {

        @Override
        protected Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, LanguageRows rows) {
            List<String> shared =
                    Arrays.stream(rows.value()).filter(row -> row.contains("~")).toList();
            return Arrays.stream(rows.value())
                    .flatMap(row -> row.contains("*")
                            ? translations().stream().map(tag -> row.replace("*", tag))
                            : row.contains("~")
                                    ? share(shared.indexOf(row), shared.size()).map(tag -> row.replace("~", tag))
                                    : Stream.of(row))
                    .map(row -> Arguments.of((Object[]) row.split(", ")));
        }

        private static Stream<String> share(int row, int rows) {
            List<String> tags = translations();
            return IntStream.range(0, tags.size())
                    .filter(place -> place % rows == row || row % tags.size() == place)
                    .mapToObj(tags::get);
        }

        private static List<String> translations() {
            return ShippedFiles.translations().stream().map(Language::tag).toList();
        }
    }
}
