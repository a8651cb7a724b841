using System.Diagnostics;
using System.Globalization;
using System.Text;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;
using static TrainingHub.Courseware.MarkdownEscapes;

namespace TrainingHub.Courseware;

/// <summary>Writes questions as Markdown.</summary>
internal sealed class QuestionMarkdownWriter
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, CaseStem> cases = new(StringComparer.Ordinal);

    public string Write(IEnumerable<MarkdownQuestion> questions)
    {
        foreach (var question in questions)
        {
            if (question.Question.Prompt.Case is { } story)
            {
                WriteCase(story);
            }

            WriteQuestion(question);
        }

        return text.ToString();
    }

    /// <summary>Before the first question of the case; again when another story bears the same name.</summary>
    private void WriteCase(CaseStem story)
    {
        if (cases.TryGetValue(story.Id, out var written)
            && string.Equals(written.Text, story.Text, StringComparison.Ordinal) && written.Pictures.SequenceEqual(story.Pictures))
        {
            return;
        }

        cases[story.Id] = story;
        Heading($"case: {Escape(story.Id)}");
        foreach (var picture in story.Pictures)
        {
            Field("picture", PictureOf(picture));
        }

        Body(story.Text);
    }

    private void WriteQuestion(MarkdownQuestion written)
    {
        var question = written.Question;
        var (prompt, key) = (question.Prompt, question.Key);
        Heading(Escape(prompt.Id));
        Field("kind", QuestionWords.Of(prompt.Kind));
        Field("use", QuestionWords.Of(question.Use));
        Field("difficulty", Number(question.Difficulty));
        List("tags", written.Tags);
        List("points", written.Points);
        WriteBasis(key.Basis);
        foreach (var clause in key.MoreClauses)
        {
            Field("also", Escape(BasisText.Write(clause)));
        }

        if (written.Source is { } source)
        {
            Field("source", Escape(source));
        }

        WriteFields(prompt, key);
        Body(prompt.Stem);
        WriteParts(prompt, key);
        text.Append('\n');
        foreach (var line in key.Explanation.Split('\n'))
        {
            Line($"> {Escape(line)}".TrimEnd());
        }
    }

    private void WriteBasis(Basis basis)
    {
        switch (basis)
        {
            case Basis.OfClause clause:
                Field("standard", Escape(clause.StandardSlug));
                Field("edition", Escape(clause.Edition));
                Field("clause", Escape(clause.ClauseNumber));
                break;
            case Basis.OfStatement said:
                Field("standard", Escape(said.StandardSlug));
                Field("edition", Escape(said.Edition));
                Field("statement", Escape(said.Statement));
                break;
            case Basis.OfDocument named:
                Field("document", Escape(named.Document));
                if (named.Area is { } area)
                {
                    Field("area", Escape(area));
                }

                Field("statement", Escape(named.Statement));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteFields(QuestionPrompt prompt, QuestionKey key)
    {
        if (prompt.Case is { } story)
        {
            Field("case", Escape(story.Id));
        }

        foreach (var picture in prompt.Picture is { } first ? [first, .. prompt.MorePictures] : prompt.MorePictures)
        {
            Field("picture", PictureOf(picture));
        }

        if (prompt.Kind is QuestionKind.TrueFalse)
        {
            Field("answer", key.CorrectOptions is [0] ? "true" : "false");
        }

        if (key.Level is { } level)
        {
            Field("level", QuestionWords.Of(level));
        }

        if (prompt.MostCharacters > 0)
        {
            Field("characters", Number(prompt.MostCharacters));
        }

        foreach (var blank in key.Blanks)
        {
            Field("blank", BlankOf(blank));
        }
    }

    private void WriteParts(QuestionPrompt prompt, QuestionKey key)
    {
        if (prompt.Options.Count + prompt.Targets.Count + key.Rubric.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var (at, option) in prompt.Options.Index())
        {
            var right = key.CorrectOptions.Contains(at) ? "- [x]" : "- [ ]";
            Line(prompt.Kind switch
            {
                QuestionKind.Ordering => $"{Number(at + 1)}. {Escape(option)}",
                QuestionKind.Matching => $"- {Escape(option)} => {Number(key.Pairs[at] + 1)}",
                QuestionKind.Hotspot => $"{right} {Escape(option)} {{{ZoneOf(key.Zones[at])}}}",
                _ => $"{right} {Escape(option)}",
            });
        }

        foreach (var (at, target) in prompt.Targets.Index())
        {
            Line($"{Number(at + 1)}. {Escape(target)}");
        }

        foreach (var line in key.Rubric)
        {
            Line($"+ {Number(line.Weight)} {Escape(line.Text)}");
        }
    }

    private static string BlankOf(BlankKey blank) => string.Join(
        " | ",
        (IEnumerable<string>)
        [
            .. blank.Accepted.Select(word => Escape(word, "|=±[!")),
            .. blank.Value is { } value ? [$"= {Number(value)}"] : Array.Empty<string>(),
            .. blank.Tolerance is not 0 ? [$"± {Number(blank.Tolerance)}"] : Array.Empty<string>(),
            .. blank.Units.Select(unit => $"[{Escape(unit, "|]")}]"),
            .. blank.NeedsUnit ? ["!"] : Array.Empty<string>(),
        ]);

    private static string ZoneOf(Zone zone) => string.Join(' ', zone.Corners.Select(corner => $"{Number(corner.X)},{Number(corner.Y)}"));

    private static string PictureOf(QuestionPicture picture) => $"{picture.File} {picture.Type} {Number(picture.Width)}x{Number(picture.Height)} {Escape(picture.Alt)}".TrimEnd();

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private void Heading(string title)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        Line($"# {title}");
    }

    private void List(string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            Field(name, string.Join("; ", values.Select(value => Escape(value, ";"))));
        }
    }

    private void Field(string name, string value) => Line($"{name}: {value}");

    // Line ends around the text would be taken for the space between blocks: they are written as escapes.
    private void Body(string body)
    {
        var core = body.Trim('\n');
        var before = core.Length is 0 ? body.Length : body.IndexOf(core, StringComparison.Ordinal);
        text.Append('\n').Insert(text.Length, "\\u000a", before);
        Line(string.Join('\n', core.Split('\n').Select(EscapeLine)) + string.Concat(Enumerable.Repeat("\\u000a", body.Length - core.Length - before)));
    }

    private void Line(string line) => text.Append(line).Append('\n');
}
