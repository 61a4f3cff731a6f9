package org.ringback.packaging;

import java.util.List;
import org.ringback.command.CommandPages;
import org.ringback.words.ProgramText;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of one language, for {@code man ringback}: what the help says, in the macros of man(7). */
final class ManPage {

    private final Words words;
    private final CommandLine program;
    private final StringBuilder page = new StringBuilder();

    private ManPage(Words words) {
        this.words = words;
        this.program = CommandPages.in(words.texts(), words.languages());
    }

    static String of(Product product, Words words) {
        var man = new ManPage(words);
        man.macro(".TH RINGBACK 1 " + product.day() + " \"" + Product.TITLE + " " + product.version() + "\"");
        man.write();
        return man.page.toString();
    }

    private void write() {
        CommandSpec root = program.getCommandSpec();
        // What makes the index of all pages looks for this word; it knows it in few languages.
        macro(".SH NAME");
        macro(Product.NAME + " \\- " + escaped(words.purpose()));
        macro(".SH SYNOPSIS");
        program.getSubcommands().values().forEach(this::synopsis);
        macro(".br");
        macro("\\fB" + Product.NAME + "\\fR [\\fI"
                + escaped(argument(program, "calls").paramLabel()) + "\\fR ...]");
        macro(".SH DESCRIPTION");
        text(List.of(root.usageMessage().description()));
        text(List.of(root.usageMessage().footer()));
        heading(root.usageMessage().commandListHeading());
        program.getSubcommands().values().forEach(this::command);
        heading(root.usageMessage().optionListHeading());
        root.options().forEach(this::option);
        heading(root.usageMessage().exitCodeListHeading());
        root.usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> described("\\fB" + code + "\\fR", new String[] {meaning}));
        macro(".SH \"SEE ALSO\"");
        macro(ProgramText.HOME);
    }

    private static PositionalParamSpec argument(CommandLine program, String command) {
        return program.getSubcommands()
                .get(command)
                .getCommandSpec()
                .positionalParameters()
                .getFirst();
    }

    private void synopsis(CommandLine command) {
        if (page.charAt(page.length() - 2) != 'S') {
            macro(".br");
        }
        var line = new StringBuilder("\\fB" + Product.NAME + " " + command.getCommandName() + "\\fR");
        for (PositionalParamSpec argument : command.getCommandSpec().positionalParameters()) {
            String label = "\\fI" + escaped(argument.paramLabel()) + "\\fR"
                    + (argument.arity().max() > 1 ? " ..." : "");
            line.append(' ').append(argument.arity().min() == 0 ? "[" + label + "]" : label);
        }
        macro(line.toString());
    }

    private void command(CommandLine command) {
        macro(".SS \"" + Product.NAME + " " + command.getCommandName() + "\"");
        CommandSpec spec = command.getCommandSpec();
        text(List.of(spec.usageMessage().description()));
        spec.positionalParameters()
                .forEach(argument ->
                        described("\\fI" + escaped(argument.paramLabel()) + "\\fR", argument.description()));
        for (OptionSpec option : spec.options()) {
            OptionSpec same = program.getCommandSpec().findOption(option.longestName());
            if (same == null || !List.of(same.description()).equals(List.of(option.description()))) {
                option(option);
            }
        }
    }

    private void option(OptionSpec option) {
        String names = String.join(
                "\\fR, \\fB",
                List.of(option.names()).stream().map(ManPage::escaped).toList());
        String value = option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel()) + "\\fR";
        described("\\fB" + names + "\\fR" + value, option.description());
    }

    private void described(String what, String[] description) {
        macro(".TP");
        macro(what);
        for (String line : description) {
            macro(escaped(formatted(line)));
        }
    }

    private void text(List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            if (!paragraph.isBlank()) {
                macro(".PP");
                macro(escaped(formatted(paragraph)));
            }
        }
    }

    private void heading(String text) {
        String plain = formatted(text).strip().replaceFirst("\\s?[:：]$", "");
        macro(".SH \"" + escaped(plain.toUpperCase(words.language().locale())) + "\"");
    }

    private void macro(String line) {
        page.append(line).append('\n');
    }

    /** The texts are formats, in which a per cent sign is doubled. */
    private static String formatted(String text) {
        return text.formatted();
    }

    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
