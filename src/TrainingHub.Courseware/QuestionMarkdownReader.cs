using System.Globalization;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;
using static TrainingHub.Courseware.MarkdownEscapes;

namespace TrainingHub.Courseware;

/// <summary>Reads questions out of Markdown. What it cannot read is in the log, with its line.</summary>
internal sealed class QuestionMarkdownReader(string file, Basis? fallback, ProblemLog log)
{
    private readonly Dictionary<string, CaseStem> cases = new(StringComparer.Ordinal);

    // Their questions would be asked without what they are about.
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    public IReadOnlyList<MarkdownQuestion> Read(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\uFEFF').Split('\n');
        List<int> headings = [.. lines.Index().Where(line => line.Item.StartsWith("# ", StringComparison.Ordinal)).Select(line => line.Index), lines.Length];
        if (lines.Take(headings[0]).Index().FirstOrDefault(line => line.Item.Trim().Length > 0) is { Item: not null } before)
        {
            log.Error(
                At(before.Index),
                "text-before-heading",
                ("第一道题的标题前面有文字。", "There is text before the first question's heading."),
                ("每道题以“# 编号”一行开头。", "Begin every question with a line '# id'."));
        }

        List<MarkdownQuestion> questions = [];
        foreach (var (start, end) in headings.Zip(headings.Skip(1)))
        {
            var section = new MarkdownSection(lines, start, end, file, log);
            if (section.Title.StartsWith("case:", StringComparison.Ordinal))
            {
                ReadCase(section);
            }
            else if (ReadQuestion(section) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private void ReadCase(MarkdownSection section)
    {
        var id = Unescape(section.Title["case:".Length..].Trim());
        List<QuestionPicture> pictures = [.. section.All("picture").Select(field => ReadPicture(section, field.Value, field.Place)).OfType<QuestionPicture>()];
        section.RefuseOthers();
        if (section.IsBroken)
        {
            cases.Remove(id);
            broken.Add(id);
            return;
        }

        broken.Remove(id);
        cases[id] = new CaseStem(id, MarkdownSection.Text(section.Body)) { Pictures = pictures };
    }

    private MarkdownQuestion? ReadQuestion(MarkdownSection section)
    {
        var kind = section.Word("kind", QuestionWords.Kinds);
        var use = section.Word("use", QuestionWords.Uses);
        var difficulty = section.Number("difficulty", 1, 3);
        var (tags, points) = (section.List("tags"), section.List("points"));
        var basis = ReadBasis(section);
        var source = section.Find("source") is { } said ? Unescape(said.Value) : null;
        if (kind is null)
        {
            return null;
        }

        var parts = new MarkdownParts(section, kind.Value);
        var (prompt, key) = (ReadPrompt(section, kind.Value, parts), ReadKey(section, parts, kind.Value, basis ?? new Basis.OfDocument("", null, "")) with { MoreClauses = ReadMore(section) });
        section.RefuseOthers();
        if (section.IsBroken)
        {
            return null;
        }

        var faults = QuestionRule.Check(prompt, key);
        foreach (var fault in faults)
        {
            QuestionFaultWords.Report(log, fault, section.Place);
        }

        return faults.Count is 0 && use is { } u && difficulty is { } d && basis is not null
            ? new MarkdownQuestion(new QuestionVersion(prompt, key, u, d)) { Tags = tags, Points = points, Source = source, Line = section.Start + 1 }
            : null;
    }

    private QuestionPrompt ReadPrompt(MarkdownSection section, QuestionKind kind, MarkdownParts parts)
    {
        var pictures = ReadPictures(section, kind);
        return new(Unescape(section.Title), kind, MarkdownSection.Text(parts.Stem), parts.Options)
        {
            Targets = parts.Targets,
            Picture = pictures.FirstOrDefault(),
            MorePictures = [.. pictures.Skip(1)],
            Case = ReadCaseName(section),
            MostCharacters = kind is QuestionKind.Written ? section.Number("characters", 1, Response.MostCharacters) ?? 0 : 0,
        };
    }

    private static List<QuestionPicture> ReadPictures(MarkdownSection section, QuestionKind kind)
    {
        var lines = section.All("picture");
        if (lines.Count > (kind is QuestionKind.Hotspot ? 1 : QuestionRule.MostPictures))
        {
            section.Refuse(
                lines[^1].Place,
                "pictures-too-many",
                ($"有{lines.Count}张图片。", $"There are {lines.Count} pictures."),
                ($"题干最多带{QuestionRule.MostPictures}张图片，图上标注题只带一张。", $"A stem has at most {QuestionRule.MostPictures} pictures, a hotspot question one."));
        }

        return [.. lines.Select(line => ReadPicture(section, line.Value, line.Place)).OfType<QuestionPicture>()];
    }

    private static QuestionKey ReadKey(MarkdownSection section, MarkdownParts parts, QuestionKind kind, Basis basis) =>
        new(kind is QuestionKind.TrueFalse ? ReadTrueFalse(section) : parts.Right, parts.Explanation, basis)
        {
            Blanks = [.. section.All("blank").Select(blank => ReadBlank(blank.Value, blank.Place, section))],
            Pairs = parts.Pairs,
            Zones = parts.Zones,
            Level = kind is QuestionKind.Judgement ? section.Word("level", QuestionWords.Levels) : null,
            Rubric = parts.Rubric,
        };

    private CaseStem? ReadCaseName(MarkdownSection section)
    {
        if (section.Find("case") is not { } named)
        {
            return null;
        }

        if (cases.TryGetValue(Unescape(named.Value), out var story))
        {
            return story;
        }

        if (broken.Contains(Unescape(named.Value)))
        {
            section.Refuse(
                named.Place,
                "case-broken",
                ($"案例“{named.Value}”有问题，见它那一行的说明。", $"There is something wrong with the case '{named.Value}', see above."),
                ("先改好案例，它的题才能收入。", "Mend the case first: without it its questions cannot be taken."));
            return null;
        }

        section.Refuse(
            named.Place,
            "case-unknown",
            ($"前面没有案例“{named.Value}”。", $"There is no case '{named.Value}' above."),
            ("把案例写在它的题目前面，以“# case: 编号”一行开头。", "Write the case before its questions, beginning with a line '# case: id'."));
        return null;
    }

    private static int[] ReadTrueFalse(MarkdownSection section) =>
        section.Word("answer", new Dictionary<string, bool>(StringComparer.Ordinal) { ["true"] = true, ["false"] = false }) is { } answer ? [answer ? 0 : 1] : [];

    private Basis? ReadBasis(MarkdownSection section)
    {
        var (standard, edition, clause) = (section.Find("standard"), section.Find("edition"), section.Find("clause"));
        var (document, area, statement) = (section.Find("document"), section.Find("area"), section.Find("statement"));
        Basis? basis = (standard, edition, clause, document, statement) switch
        {
            ({ } s, { } e, { } c, null, null) => new Basis.OfClause(Unescape(s.Value), Unescape(e.Value), Unescape(c.Value)),
            ({ } s, { } e, null, null, { } said) => new Basis.OfStatement(Unescape(s.Value), Unescape(e.Value), Unescape(said.Value)),
            (null, null, null, { } d, { } said) => new Basis.OfDocument(Unescape(d.Value), area is { } a ? Unescape(a.Value) : null, Unescape(said.Value)),
            (null, null, null, null, null) => fallback,
            _ => null,
        };
        if (basis is null)
        {
            section.Refuse(
                (standard ?? document ?? statement)?.Place ?? section.Place,
                "basis-incomplete",
                ("依据没有写全，或者同时写了条号和说法。", "The basis is incomplete, or names both a clause and a statement."),
                ("写standard、edition和clause，或者standard、edition和statement，或者document和statement。",
                    "Write standard, edition and clause; or standard, edition and statement; or document and statement."));
        }

        return basis;
    }

    private static List<Basis.OfClause> ReadMore(MarkdownSection section)
    {
        List<Basis.OfClause> more = [];
        foreach (var (value, place) in section.All("also"))
        {
            if (more.Count < QuestionKey.MostMoreClauses && BasisText.ReadClause(Unescape(value)) is { } clause)
            {
                more.Add(clause);
            }
            else
            {
                section.Refuse(
                    place,
                    "also-unreadable",
                    ("“also”写得不对，或者超过了个数。", "'also' is written in a wrong way, or there are too many."),
                    ($"每条写“also: clause:短名@版本#条号”，不超过{QuestionKey.MostMoreClauses}条。", $"Write 'also: clause:slug@edition#number', at most {QuestionKey.MostMoreClauses} times."));
            }
        }

        return [.. more.Distinct()];
    }

    private static QuestionPicture? ReadPicture(MarkdownSection section, string value, Place place)
    {
        if (value.Split(' ', 4) is [{ Length: 64 } name, "image/png" or "image/jpeg", var size, ..] parts
            && name.All(char.IsAsciiHexDigitLower)
            && size.Split('x') is [var width, var height] && Whole(width) is { } w && Whole(height) is { } h)
        {
            return new QuestionPicture(name, parts[1], w, h, parts.Length > 3 ? Unescape(parts[3]) : "");
        }

        section.Refuse(
            place,
            "picture-unreadable",
            ("图片写得不对。", "The picture is written in a wrong way."),
            ("把图片和文字一起放进zip，写“picture: 图片.png 画面说明”；导出的写法是“picture: 图片的SHA-256 image/png 800x600 画面说明”。",
                "Put the picture beside the text in a zip and write 'picture: name.png what it shows'; an export writes 'picture: SHA-256 image/png 800x600 what it shows'."));
        return null;
    }

    private static BlankKey ReadBlank(string value, Place place, MarkdownSection section)
    {
        var blank = new BlankKey();
        foreach (var part in Split(value, '|').Where(part => part.Length > 0))
        {
            blank = part switch
            {
                "!" => blank with { NeedsUnit = true },
                ['=', .. var number] when Decimal(number) is { } exact => blank with { Value = exact },
                ['±', .. var number] when Decimal(number) is { } tolerance => blank with { Tolerance = tolerance },
                ['[', .. var unit, ']'] => blank with { Units = [.. blank.Units, Unescape(unit)] },
                ['=' or '±' or '[', ..] => Refuse(blank),
                _ => blank with { Accepted = [.. blank.Accepted, Unescape(part)] },
            };
        }

        return blank;

        BlankKey Refuse(BlankKey kept)
        {
            section.Refuse(
                place,
                "blank-unreadable",
                ($"空的答案“{value}”写得不对。", $"The answer of a blank, '{value}', is written in a wrong way."),
                ("词之间用“|”隔开；数写“= 1.4 | ± 0.05 | [米] | [m]”。", "Put '|' between words; write a number as '= 1.4 | ± 0.05 | [m]'."));
            return kept;
        }
    }

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Place At(int line) => new(file, line + 1);
}
