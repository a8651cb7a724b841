using System.Globalization;
using System.Text;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>A question while it is being read.</summary>
internal sealed class ForeignDraft(int number, int line, string where = "")
{
    private readonly List<ForeignProblem> problems = [];

    public string Id { get; set; } = "";

    public QuestionKind? Kind { get; set; }

    public string Stem { get; set; } = "";

    public List<string> Options { get; set; } = [];

    public List<int> Right { get; set; } = [];

    public List<BlankKey> Blanks { get; set; } = [];

    public List<string> Targets { get; set; } = [];

    public List<int> Pairs { get; set; } = [];

    public List<RubricLine> Rubric { get; set; } = [];

    public List<Zone> Zones { get; set; } = [];

    public HazardLevel? Level { get; set; }

    public QuestionPicture? Picture { get; set; }

    public IReadOnlyList<QuestionPicture> MorePictures { get; set; } = [];

    public int MostCharacters { get; set; }

    public string Explanation { get; set; } = "";

    public List<string> Tags { get; } = [];

    public List<string> Points { get; } = [];

    public string Category { get; set; } = "";

    public int Difficulty { get; set; }

    public QuestionUse? Use { get; set; }

    public string Basis { get; set; } = "";

    public string Source { get; set; } = "";

    public void Note(ForeignFault fault, string detail = "")
    {
        var problem = new ForeignProblem(fault, detail.Length <= 120 ? detail : detail[..119] + "…");
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }

    /// <summary>Says a fault without quoting anything, unless it was said already, mostly with what the file has.</summary>
    public void NoteOnce(ForeignFault fault)
    {
        if (!problems.Exists(problem => problem.Fault == fault))
        {
            Note(fault);
        }
    }

    /// <summary>Whether an answer stands in the file and has been found wanting.</summary>
    public bool HasBadAnswer => problems.Exists(problem => problem.Fault is ForeignFault.AnswerUnknown or ForeignFault.AnswerOutOfRange);

    /// <summary>The blank that a text with one gap has where the gap is not written out.</summary>
    public const string Blank = "____";

    /// <summary>What a gap is called among several, by its place from 0.</summary>
    public static string GapName(int place) => FormattableString.Invariant($"（{place + 1}）");

    /// <summary>What stands on the left of a pair belongs to what stands on the right; nothing on the left: a target that belongs to none.</summary>
    public void Pair(string option, string target)
    {
        var index = Targets.IndexOf(target);
        if (index < 0)
        {
            index = Targets.Count;
            Targets.Add(target);
        }

        if (option.Length > 0)
        {
            Options.Add(option);
            Pairs.Add(index);
        }
    }

    /// <summary>The pictures of the question; one alone where its places are marked. What is more than it can have is not left out in silence.</summary>
    public void TakePicture(IReadOnlyList<FoundPicture> found, Func<FoundPicture, QuestionPicture?> take)
    {
        List<FoundPicture> all = [.. found.DistinctBy(picture => picture.Address, StringComparer.Ordinal)];
        if (all.Count > (Kind is QuestionKind.Hotspot ? 1 : QuestionRule.MostPictures) || (all.Count > 0 && Picture is not null))
        {
            Note(ForeignFault.PicturesTooMany, all[^1].Name);
        }
        else if (all.ConvertAll(picture => take(picture)).OfType<QuestionPicture>().ToList() is [var first, .. var more])
        {
            (Picture, MorePictures) = (first, more);
        }
    }

    /// <summary>Pictures in options, which have words alone.</summary>
    public void RefusePictures(IReadOnlyList<FoundPicture> found)
    {
        if (found is [var first, ..])
        {
            Note(ForeignFault.PicturesTooMany, first.Name);
        }
    }

    /// <summary>Points of a question, where they are not the one that everybody writes.</summary>
    public void NotePoints(string? points)
    {
        if (BlankText.Number(points?.Trim() ?? "") is { } number && number is not 1)
        {
            Note(ForeignFault.PointsDropped, BlankText.Write(number));
        }
    }

    /// <summary>An option as what is said of it is headed: options are shuffled, so that letters would mislead.</summary>
    public static string Quote(string option) => option.Length <= 40 ? $"“{option}”" : $"“{option[..(char.IsHighSurrogate(option[38]) ? 38 : 39)]}…”";

    /// <summary>Everything that is said of an answer apart from why it is right goes below the explanation.</summary>
    public void Join(string about, string feedback)
    {
        if (feedback.Length > 0)
        {
            Explanation = Explanation.Length is 0 ? $"{about}：{feedback}" : $"{Explanation}\n{about}：{feedback}";
            Note(ForeignFault.FeedbackJoined);
        }
    }

    public ForeignQuestion Finish()
    {
        ExchangeTags.Apply(this);
        if (Category.Split('/')[^1] is { Length: > 0 and <= BankTag.LongestName } chapter)
        {
            // The bank has no chapters: what a question was filed under stays to be searched by.
            Tags.Add(chapter);
        }

        if (!problems.Exists(problem => problem.Fault is ForeignFault.Unsupported or ForeignFault.Malformed or ForeignFault.NotAQuestion or ForeignFault.HotspotInTable))
        {
            ForeignRule.Check(this);
        }

        return new ForeignQuestion
        {
            Number = number,
            Line = line,
            Where = where,
            Id = Id,
            Kind = Kind,
            Stem = Stem,
            Options = Options,
            Right = [.. Right.Distinct().Order()],
            Blanks = Blanks,
            Targets = Targets,
            Pairs = Pairs,
            Rubric = Rubric,
            Zones = Zones,
            Level = Level,
            Picture = Picture,
            MorePictures = MorePictures,
            MostCharacters = MostCharacters,
            Explanation = Explanation,
            Tags = [.. Tags.Distinct(StringComparer.Ordinal)],
            Points = [.. Points.Distinct(StringComparer.Ordinal)],
            Category = Category,
            Difficulty = Difficulty,
            Use = Use,
            Basis = Basis,
            Source = Source,
            Problems = problems,
        };
    }

    /// <summary>Line ends as one, no control signs, none of the invisible ones that turn or join text, no white space around.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n"))
        {
            if (sign is '\n' or '\t' || (!char.IsControl(sign) && sign is not ('\uFEFF' or '\u200B' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF')))
            {
                clean.Append(sign is '\t' ? ' ' : sign);
            }
        }

        return HasLoneSurrogate(clean) ? string.Concat(clean.ToString().EnumerateRunes()).Trim() : clean.ToString().Trim();
    }

    private static bool HasLoneSurrogate(StringBuilder text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A, B, C … for the places from 0.</summary>
    public static string Letter(int place) => ((char)('A' + place)).ToString(CultureInfo.InvariantCulture);
}
