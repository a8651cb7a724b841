using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

/// <summary>Sound questions of every kind, with whatever characters somebody may type.</summary>
internal static class AnyQuestion
{
    private static readonly string[] Words =
    [
        "安全出口", "疏散 楼梯", "# 不是标题", "- 不是选项", "> 不是引用", "+ 1 不是要点", "1. 不是步骤", "12.", "a|b", "x; y", "=> 2", "[x]", "{1,2}", "\\", "\\u0041", "±3", "= 4", "!",
        "㎡", "两\n行", "空\n\n行", " 前后有空格 ", "\u3000全角", "制\t表", "case: 甲", "kind: single", "😀", "_", ":", "…", "\"引号\"", "<b>", "&amp;", "-", "#", ">", "+",
    ];

    public static Arbitrary<QuestionVersion> Arbitrary { get; } =
        Gen.Choose(0, int.MaxValue - 1).Select(seed => Of(new Random(seed))).ToArbitrary();

    public static Arbitrary<(QuestionVersion Question, Random Random)> WithRandom { get; } =
        Gen.Choose(0, int.MaxValue - 1).Select(seed => (Of(new Random(seed)), new Random(seed ^ 77))).ToArbitrary();

    public static QuestionVersion Of(Random random) => Of(random, random.GetItems(Enum.GetValues<QuestionKind>(), 1)[0]);

    public static QuestionVersion Of(Random random, QuestionKind kind)
    {
        var options = kind switch
        {
            QuestionKind.TrueFalse or QuestionKind.FillIn or QuestionKind.Written => [],
            QuestionKind.Judgement when random.Next(3) is 0 => [],
            _ => Texts(random, random.Next(2, 9)),
        };
        var targets = kind is QuestionKind.Matching ? Texts(random, random.Next(2, 7)) : [];
        var blanks = kind is QuestionKind.FillIn ? random.Next(1, 4) : 0;
        var hasPicture = kind is QuestionKind.Hotspot || random.Next(4) is 0;
        var prompt = new QuestionPrompt($"q-{random.Next(1000)}", kind, Text(random) + string.Concat(Enumerable.Repeat("____。", blanks)), options)
        {
            Targets = targets,
            Picture = hasPicture ? Picture(random) : null,
            MorePictures = hasPicture && kind is not QuestionKind.Hotspot && random.Next(2) is 0 ? [Picture(random)] : [],
            Case = random.Next(3) is 0 ? new CaseStem($"c-{random.Next(3)}", Text(random)) { Pictures = random.Next(2) is 0 ? [Picture(random)] : [] } : null,
            MostCharacters = kind is QuestionKind.Written ? random.Next(1, Response.MostCharacters + 1) : 0,
        };
        return new QuestionVersion(prompt, KeyOf(random, prompt, blanks), random.GetItems(Enum.GetValues<QuestionUse>(), 1)[0], random.Next(1, 4));
    }

    public static string Text(Random random) => "题" + string.Join(random.Next(2) is 0 ? "" : "\n", random.GetItems(Words, random.Next(1, 4)));

    private static QuestionKey KeyOf(Random random, QuestionPrompt prompt, int blanks)
    {
        var level = prompt.Kind is QuestionKind.Judgement ? random.GetItems(Enum.GetValues<HazardLevel>(), 1)[0] : (HazardLevel?)null;
        return new QuestionKey(CorrectOf(random, prompt, level), Text(random), BasisOf(random))
        {
            Blanks = [.. Enumerable.Range(0, blanks).Select(_ => Blank(random))],
            Pairs = prompt.Kind is QuestionKind.Matching ? [.. prompt.Options.Select(_ => random.Next(prompt.Targets.Count))] : [],
            Zones = prompt.Kind is QuestionKind.Hotspot ? [.. prompt.Options.Select(_ => Zone(random))] : [],
            Level = level,
            Rubric = prompt.Kind is QuestionKind.Written ? [.. Texts(random, random.Next(1, 4)).Select(text => new RubricLine(text, random.Next(1, 101)))] : [],
        };
    }

    private static int[] CorrectOf(Random random, QuestionPrompt prompt, HazardLevel? level) => prompt.Kind switch
    {
        QuestionKind.Single or QuestionKind.TrueFalse => [random.Next(prompt.OptionCount)],
        QuestionKind.Multiple => Some(random, prompt.OptionCount, 2),
        QuestionKind.Hotspot => Some(random, prompt.OptionCount, 1),
        QuestionKind.Judgement when level is not HazardLevel.None && prompt.Options.Count > 0 => Some(random, prompt.OptionCount, 1),
        _ => [],
    };

    private static int[] Some(Random random, int of, int least)
    {
        int[] all = [.. Enumerable.Range(0, of)];
        random.Shuffle(all);
        return [.. all.Take(random.Next(least, of + 1)).Order()];
    }

    private static BlankKey Blank(Random random) => random.Next(2) is 0
        ? new BlankKey { Accepted = Texts(random, random.Next(1, 4)) }
        : new BlankKey
        {
            Accepted = random.Next(3) is 0 ? Texts(random, 1) : [],
            Value = random.Next(-5000, 5000) / 100m,
            Tolerance = random.Next(2) is 0 ? 0 : random.Next(1, 100) / 10m,
            Units = random.Next(2) is 0 ? ["米", "m"] : [],
        } is { Units.Count: > 0 } number && random.Next(2) is 0 ? number with { NeedsUnit = true } : new BlankKey { Value = random.Next(1000) };

    private static Zone Zone(Random random)
    {
        var (x, y) = (random.Next(0, 900), random.Next(0, 900));
        return random.Next(2) is 0
            ? TrainingHub.Questions.Zone.Rectangle(new Spot(x, y), new Spot(x + 80, y + 90))
            : new Zone([new Spot(x, y), new Spot(x + 100, y), new Spot(x + 50, y + 100)]);
    }

    private static QuestionPicture Picture(Random random) =>
        new(Convert.ToHexStringLower(BitConverter.GetBytes(random.NextInt64())).PadLeft(64, 'a'), "image/png", random.Next(1, 2000), random.Next(1, 2000), Text(random));

    private static Basis BasisOf(Random random) => random.Next(4) switch
    {
        0 => new Basis.OfClause("fire-law", "2021", "第二十八条"),
        1 => new Basis.OfStatement("fire-law", "2021", Text(random)),
        2 => new Basis.OfDocument("county-plan", "某县", Text(random)),
        _ => new Basis.OfDocument("guide", null, Text(random)),
    };

    private static string[] Texts(Random random, int count) => [.. Enumerable.Range(0, count).Select(number => $"{random.GetItems(Words, 1)[0]}{number}{random.GetItems(Words, 1)[0]}")];
}
