using System.Globalization;
using TrainingHub.Courseware.Media;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads what a question has beside stem, explanation and basis: by its kind, options and answer, blanks, steps, pairs, places, level or rubric.</summary>
internal sealed class QuestionPartsReader(MediaShelf pictures, ProblemLog log)
{
    /// <summary>Prompt and key without stem, explanation and basis; null when something is missing or wrong, which is then in the log.</summary>
    public (QuestionPrompt Prompt, QuestionKey Key)? Read(Fields fields, QuestionKind kind)
    {
        var prompt = new QuestionPrompt("", kind, "", []);
        var key = new QuestionKey([], "", new Basis.OfDocument("", null, ""));
        return kind switch
        {
            QuestionKind.FillIn => ReadBlanks(fields) is { } blanks ? (prompt, key with { Blanks = blanks }) : null,
            QuestionKind.Ordering => (prompt with { Options = TextsOf(fields, "steps") }, key),
            QuestionKind.Matching => ReadPairs(fields, prompt, key),
            QuestionKind.Hotspot => ReadPlaces(fields, prompt, key),
            QuestionKind.Judgement => ReadJudgement(fields, prompt, key),
            QuestionKind.Written => ReadRubric(fields, prompt, key),
            _ => throw new ArgumentException("Questions of choice have options and an answer.", nameof(kind)),
        };
    }

    /// <summary>A picture in the folder of the questions; null when it is not there, which is then in the log.</summary>
    public QuestionPicture? ReadPicture(Fields fields)
    {
        var (file, alt) = (fields.Text("file"), fields.Text("alt"));
        var place = fields.PlaceOf("file");
        fields.RefuseOthers();
        return file.Length > 0 && alt.Length > 0 && pictures.Find(file, place, log, MediaKind.Jpeg, MediaKind.Png) is { } media
            ? new QuestionPicture(media.Hash, MediaKinds.ContentType(media.Kind), media.Width, media.Height, alt)
            : null;
    }

    private List<BlankKey>? ReadBlanks(Fields fields)
    {
        List<BlankKey> blanks = [];
        var all = fields.List("blanks", QuestionRule.MostBlanks);
        foreach (var blank in all)
        {
            var (number, tolerance) = (Decimal(blank, "number"), Decimal(blank, "tolerance"));
            var read = new BlankKey
            {
                Accepted = blank.Has("accepted") ? TextsOf(blank, "accepted") : [],
                Value = number.Value,
                Tolerance = tolerance.Value ?? 0,
                Units = blank.Has("units") ? TextsOf(blank, "units") : [],
                NeedsUnit = YesNo(blank, "unitRequired") is true,
            };
            blank.RefuseOthers();
            if (number.IsRight && tolerance.IsRight)
            {
                blanks.Add(read);
            }
        }

        return all.Count > 0 && blanks.Count == all.Count ? blanks : null;
    }

    private static (QuestionPrompt, QuestionKey)? ReadPairs(Fields fields, QuestionPrompt prompt, QuestionKey key)
    {
        List<(string Item, string Target)> pairs = [];
        foreach (var pair in fields.List("pairs", QuestionRule.MostParts))
        {
            pairs.Add((pair.Text("item"), pair.Text("target")));
            pair.RefuseOthers();
        }

        if (pairs.Count is 0 || pairs.Exists(pair => pair.Item.Length is 0 || pair.Target.Length is 0))
        {
            return null;
        }

        List<string> targets = [.. pairs.Select(pair => pair.Target).Concat(fields.Has("others") ? TextsOf(fields, "others") : []).Distinct(StringComparer.Ordinal)];
        return (prompt with { Options = [.. pairs.Select(pair => pair.Item)], Targets = targets }, key with { Pairs = [.. pairs.Select(pair => targets.IndexOf(pair.Target))] });
    }

    private (QuestionPrompt, QuestionKey)? ReadPlaces(Fields fields, QuestionPrompt prompt, QuestionKey key)
    {
        List<(string Name, bool? IsRight, Zone? Zone)> places = [];
        foreach (var place in fields.List("places", QuestionRule.MostParts))
        {
            places.Add((place.Text("name"), YesNo(place, "right"), ReadZone(place)));
            place.RefuseOthers();
        }

        return places.Count is 0 || places.Exists(place => place.Name.Length is 0 || place.Zone is null)
            ? null
            : (prompt with { Options = [.. places.Select(place => place.Name)] },
                key with
                {
                    CorrectOptions = [.. places.Index().Where(place => place.Item.IsRight is true).Select(place => place.Index)],
                    Zones = [.. places.Select(place => place.Zone).OfType<Zone>()],
                });
    }

    private Zone? ReadZone(Fields place)
    {
        var text = place.Text("zone");
        if (text.Length is 0)
        {
            return null;
        }

        if (ZoneText.Read(text) is { } zone)
        {
            return zone;
        }

        log.Error(
            place.PlaceOf("zone"),
            "zone-unreadable",
            ($"区域“{text}”写得不对。", $"The zone '{text}' is written in a wrong way."),
            ("写左上角和右下角“100,200 300,400”，或者三个以上的角；横、竖都是千分数，0到1000。",
                "Write the upper left and the lower right corner, '100,200 300,400', or three and more corners, in thousandths from 0 to 1000."));
        return null;
    }

    private static (QuestionPrompt, QuestionKey)? ReadJudgement(Fields fields, QuestionPrompt prompt, QuestionKey key)
    {
        var level = fields.Word("level", QuestionWords.Levels);
        List<(string Text, bool? IsRight)> clauses = [];
        foreach (var clause in fields.Has("clauses") ? fields.List("clauses", QuestionRule.MostParts) : [])
        {
            clauses.Add((clause.Text("text"), YesNo(clause, "right")));
            clause.RefuseOthers();
        }

        return level is null || clauses.Exists(clause => clause.Text.Length is 0)
            ? null
            : (prompt with { Options = [.. clauses.Select(clause => clause.Text)] },
                key with { Level = level, CorrectOptions = [.. clauses.Index().Where(clause => clause.Item.IsRight is true).Select(clause => clause.Index)] });
    }

    private static (QuestionPrompt, QuestionKey)? ReadRubric(Fields fields, QuestionPrompt prompt, QuestionKey key)
    {
        var most = fields.Number("characters", 1, Response.MostCharacters);
        List<RubricLine> rubric = [];
        foreach (var line in fields.List("rubric", QuestionRule.MostRubricLines))
        {
            var (text, weight) = (line.Text("text"), line.Number("weight", 1, 100));
            line.RefuseOthers();
            rubric.Add(new RubricLine(text, weight ?? 0));
        }

        return most is { } characters && rubric.Count > 0 && rubric.TrueForAll(line => line.Text.Length > 0 && line.Weight > 0)
            ? (prompt with { MostCharacters = characters }, key with { Rubric = rubric })
            : null;
    }

    private static List<string> TextsOf(Fields fields, string name) => [.. fields.Texts(name).Select(text => text.Text)];

    private (decimal? Value, bool IsRight) Decimal(Fields fields, string name)
    {
        if (fields.OptionalText(name) is not { } text)
        {
            return (null, true);
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return (number, true);
        }

        log.Error(
            fields.PlaceOf(name),
            "number-unreadable",
            ($"“{name}”写的是“{text}”，不是数。", $"'{name}' is '{text}', which is not a number."),
            ("只写数字和小数点，单位写在units里。", "Write digits and a point alone; units go to units."));
        return (null, false);
    }

    private static bool? YesNo(Fields fields, string name) =>
        fields.Has(name) ? fields.Word(name, new Dictionary<string, bool>(StringComparer.Ordinal) { ["true"] = true, ["false"] = false }) : null;
}
