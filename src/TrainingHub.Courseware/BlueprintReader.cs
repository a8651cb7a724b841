using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>
/// Reads the quiz of a course that draws by more than kinds: difficulty, tag, clause, whole cases, questions that always stand on the paper and those that
/// never stand together, by the same plan as a quiz that an organization arranges.
/// </summary>
internal sealed class BlueprintReader(ProblemLog log)
{
    /// <summary>The rule that names what is lacking.</summary>
    public const string Shortage = "blueprint-shortage";

    private static readonly string[] OfQuiz = ["fixed", "forbidden", "shuffleQuestions", "shuffleOptions"];
    private static readonly string[] OfSection = ["tag", "standard", "clause", "difficulty", "cases", "scoring"];

    /// <summary>Whether the quiz is written with a word that kinds, counts and points alone do not have.</summary>
    public static bool IsPlan(Fields quiz) => HasOneOf(quiz, OfQuiz) || quiz.PeekList("sections").Any(section => HasOneOf(section, OfSection));

    /// <summary>Lets the words that a section may have besides be listed where an unknown one is named.</summary>
    public static void KnowWords(Fields section) => HasOneOf(section, OfSection);

    /// <summary>The kind in Chinese and in English.</summary>
    public static (string Chinese, string English) NameOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Single => ("单选题", "single-choice"),
        QuestionKind.Multiple => ("多选题", "multiple-choice"),
        QuestionKind.TrueFalse => ("判断题", "true/false"),
        QuestionKind.FillIn => ("填空题", "fill-in"),
        QuestionKind.Ordering => ("排序题", "ordering"),
        QuestionKind.Matching => ("匹配题", "matching"),
        QuestionKind.Hotspot => ("图上标注题", "picture marking"),
        QuestionKind.Judgement => ("隐患判定题", "hazard judgement"),
        QuestionKind.Written => ("简答题", "written"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <param name="quiz">Its fields.</param>
    /// <param name="bank">Null when not every question could be read.</param>
    public Blueprint ReadPlan(Fields quiz, IReadOnlyCollection<QuestionVersion>? bank)
    {
        var sections = quiz.Has("sections") || !quiz.Has("fixed")
            ? quiz.List("sections", PaperPlan.MostSections).Select(section => (Read: ReadSection(section), section.Place)).ToList()
            : [];
        var always = quiz.Has("fixed") ? quiz.List("fixed", PaperPlan.MostDraws).Select(one => (Read: ReadFixed(one), one.Place)).ToList() : [];
        var never = quiz.Has("forbidden") ? quiz.List("forbidden", PaperPlan.MostPairs).Select(one => (Read: ReadPair(one), one.Place)).ToList() : [];
        var plan = new PaperPlan
        {
            Sections = [.. sections.Select(section => section.Read).OfType<PaperSection>()],
            Fixed = [.. always.Select(one => one.Read).OfType<FixedQuestion>()],
            Forbidden = [.. never.Select(one => one.Read).OfType<ForbiddenPair>()],
            ShufflesQuestions = quiz.YesNo("shuffleQuestions", otherwise: true),
            ShufflesOptions = quiz.YesNo("shuffleOptions", otherwise: true),
        };
        var isWhole = sections.TrueForAll(section => section.Read is not null) && always.TrueForAll(one => one.Read is not null) && never.TrueForAll(one => one.Read is not null);
        if (isWhole && IsSound(plan, quiz) && bank is not null)
        {
            var known = bank.Select(question => question.Prompt.Id).ToHashSet(StringComparer.Ordinal);
            CheckNames(always, never, known);
            foreach (var shortage in new Blueprint([]) { Plan = plan }.FindShortages(bank).Where(one => one is not PaperShortage.OfFixed question || known.Contains(question.Name.Id)))
            {
                Report(shortage, plan, PlaceOf(shortage, quiz, [.. sections.Select(section => section.Place)], always));
            }
        }

        return new Blueprint([]) { Plan = plan };
    }

    // Each is asked for, whatever the ones before it said: what was asked for is listed where an unknown word is named.
    private static bool HasOneOf(Fields fields, string[] words) => words.Where(fields.Has).ToList().Count > 0;

    private PaperSection? ReadSection(Fields fields)
    {
        var faults = log.Errors;
        var cases = fields.YesNo("cases", otherwise: false);
        var filter = new PaperFilter
        {
            Kind = fields.Has("kind") ? fields.Word("kind", QuestionWords.Kinds) : null,
            Tag = fields.Has("tag") ? fields.Text("tag", BankTag.LongestName) : null,
            Standard = fields.Has("standard") ? fields.Text("standard") : null,
            Clause = fields.Has("clause") ? fields.Text("clause") : null,
        };
        if (fields.Has("clause") && !fields.Has("standard"))
        {
            log.Error(
                fields.PlaceOf("clause"),
                "clause-alone",
                ("写了clause，没有写standard。", "There is a clause without its standard."),
                ("补上“standard: 文件的slug”。", "Add 'standard: slug of the document'."));
        }

        var (from, until) = ReadDifficulty(fields);
        var count = fields.Number("count", 1, PaperSection.MostDraws);
        var points = fields.Number("points", 1, PaperSection.MostPoints);
        var rule = ReadRule(fields);
        fields.RefuseOthers();
        return log.Errors == faults && count is { } c && points is { } p
            ? new PaperSection(filter with { From = from, Until = until }, c, p) { Rule = rule, DrawsCases = cases }
            : null;
    }

    /// <summary><c>2</c>, or <c>1-2</c> from easy to hard.</summary>
    private (int From, int Until) ReadDifficulty(Fields fields)
    {
        if (!fields.Has("difficulty"))
        {
            return (PaperFilter.Easiest, PaperFilter.Hardest);
        }

        var text = fields.Text("difficulty");
        int[] ends = [.. text.Split('-').Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0)];
        if (ends.Length <= 2 && ends[0] >= PaperFilter.Easiest && ends[0] <= ends[^1] && ends[^1] <= PaperFilter.Hardest)
        {
            return (ends[0], ends[^1]);
        }

        if (text.Length > 0)
        {
            log.Error(
                fields.PlaceOf("difficulty"),
                "difficulty-unknown",
                ($"“difficulty”写的是“{text}”。", $"'difficulty' is '{text}'."),
                ("写1到3的一个数，或者从易到难的一段，例如1-2。", "Write one number from 1 to 3, or a range from easy to hard like 1-2."));
        }

        return (PaperFilter.Easiest, PaperFilter.Hardest);
    }

    private static ScoreRule ReadRule(Fields fields) => (fields.Has("scoring") ? fields.Word("scoring", QuestionWords.Scorings) : null) ?? ScoreRule.AllOrNothing;

    private FixedQuestion? ReadFixed(Fields fields)
    {
        var faults = log.Errors;
        var id = fields.Text("question");
        var points = fields.Number("points", 1, PaperSection.MostPoints);
        var rule = ReadRule(fields);
        fields.RefuseOthers();
        return log.Errors == faults && points is { } p ? new FixedQuestion(new QuestionName("", id), p) { Rule = rule } : null;
    }

    private ForbiddenPair? ReadPair(Fields fields)
    {
        var faults = log.Errors;
        var (first, second) = (fields.Text("first"), fields.Text("second"));
        fields.RefuseOthers();
        return log.Errors == faults ? new ForbiddenPair(new QuestionName("", first), new QuestionName("", second)) : null;
    }

    /// <summary>A pair whose question is not there would forbid nothing, unnoticed.</summary>
    private void CheckNames(List<(FixedQuestion? Read, Place Place)> always, List<(ForbiddenPair? Read, Place Place)> never, HashSet<string> known)
    {
        var named = always.Select(one => (one.Read?.Name.Id, one.Place)).Concat(never.SelectMany(pair => new[] { (pair.Read?.First.Id, pair.Place), (pair.Read?.Second.Id, pair.Place) }));
        foreach (var (id, place) in named.Where(one => one.Id is not null && !known.Contains(one.Id)))
        {
            log.Error(
                place,
                "question-unknown",
                ($"没有题目“{id}”。", $"There is no question '{id}'."),
                ("写本课程题目的id。", "Write the id of a question of this course."));
        }
    }

    private bool IsSound(PaperPlan plan, Fields quiz)
    {
        var faults = plan.Faults().ToList();
        foreach (var fault in faults)
        {
            var (field, what, whatEn) = fault switch
            {
                PaperPlanFault.Empty => ("sections", "没有要抽的题，也没有必考题。", "Nothing is drawn and nothing is fixed."),
                PaperPlanFault.FixedContradict => ("fixed", "必考题重复，或者两道必考题互斥。", "A question is fixed twice, or two fixed ones forbid each other."),
                PaperPlanFault.PairOfOne => ("forbidden", "互斥的两道题是同一道。", "A question forbids itself."),
                PaperPlanFault.TooLong => ("sections", $"一份试卷最多抽{PaperPlan.MostDraws}次。", $"A paper has at most {PaperPlan.MostDraws} draws."),
                // The others have been named where they stand.
                _ => ("", "", ""),
            };
            if (what.Length > 0)
            {
                log.Error(quiz.PlaceOf(field), "blueprint-wrong", (what, whatEn), ("改正组卷规则。", "Correct what is drawn."));
            }
        }

        return faults.Count is 0;
    }

    private static Place PlaceOf(PaperShortage shortage, Fields quiz, List<Place> sections, List<(FixedQuestion? Read, Place Place)> always) => shortage switch
    {
        PaperShortage.OfSection one => sections[one.Section - 1],
        PaperShortage.OfFixed one => always.Find(question => question.Read?.Name == one.Name).Place,
        _ => quiz.PlaceOf("forbidden"),
    };

    private void Report(PaperShortage shortage, PaperPlan plan, Place place)
    {
        switch (shortage)
        {
            case PaperShortage.OfSection one:
                var (asked, askedEn) = AskedBy(plan.Sections[one.Section - 1]);
                var (shared, sharedEn) = one.Sharing.Count is 1
                    ? ("", "")
                    : ($"第{string.Join('、', one.Sharing)}部分共用同一批题，合计要{one.SharedWanted}道，只有{one.SharedAvailable}道。",
                        $" Sections {string.Join(", ", one.Sharing)} share their questions, want {one.SharedWanted} together and find {one.SharedAvailable}.");
                var (beyond, beyondEn) = (one.InCases, one.TooLarge) switch
                {
                    ( > 0, _) => ($"另有{one.InCases}道在案例里。", $" {one.InCases} more stand in cases."),
                    (_, > 0) => ($"另有{one.TooLarge}组案例的小题比分值多。", $" {one.TooLarge} more cases have more questions than points."),
                    _ => ("", ""),
                };
                log.Error(
                    place,
                    Shortage,
                    ($"第{one.Section}部分（{asked}）要抽{one.Wanted}道，可用于考试的只有{one.Found}道，还差{one.Missing}道。{shared}{beyond}",
                        $"Section {one.Section} ({askedEn}) wants {one.Wanted}; only {one.Found} may be examined, {one.Missing} are missing.{sharedEn}{beyondEn}"),
                    ("补题（use写examination或者both），放宽条件，或者减少count。", "Add questions (use examination or both), ask for less, or lower the count."));
                break;
            case PaperShortage.OfFixed one:
                log.Error(
                    place,
                    Shortage,
                    ($"必考题“{one.Name}”不能用于考试，或者分值不够分给案例的每道小题。", $"The fixed question '{one.Name}' may not be examined, or has too few points for its case."),
                    ("换一道题（use写examination或者both），或者加大points。", "Choose another question (use examination or both), or raise the points."));
                break;
            default:
                log.Error(
                    place,
                    Shortage,
                    ("去掉互斥的题以后，剩下的题不够。", "Without questions that forbid each other too few are left."),
                    ("补题，或者减少互斥的题。", "Add questions, or forbid fewer pairs."));
                break;
        }
    }

    private static (string Chinese, string English) AskedBy(PaperSection section)
    {
        var filter = section.Filter;
        var (name, nameEn) = filter.Kind is { } kind ? NameOf(kind) : section.DrawsCases ? ("案例题", "cases") : ("不限题型", "any kind");
        var level = filter.From == filter.Until ? $"{filter.From}" : $"{filter.From}-{filter.Until}";
        (bool Is, string Chinese, string English)[] more =
        [
            (section.DrawsCases && filter.Kind is not null, "整组案例题", "whole cases"),
            (filter is not { From: PaperFilter.Easiest, Until: PaperFilter.Hardest }, $"难度{level}", $"difficulty {level}"),
            (filter.Tag is not null, $"标签“{filter.Tag}”", $"tag '{filter.Tag}'"),
            (filter.Standard is not null, $"依据{filter.Standard}{filter.Clause}", $"basis {filter.Standard} {filter.Clause}".TrimEnd()),
        ];
        return (string.Join('，', more.Where(one => one.Is).Select(one => one.Chinese).Prepend(name)), string.Join(", ", more.Where(one => one.Is).Select(one => one.English).Prepend(nameEn)));
    }
}
