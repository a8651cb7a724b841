using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>A question as a file has it, whatever the format: what all readers make and all writers take.</summary>
public sealed record ForeignQuestion
{
    /// <summary>Its place in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Line or row, from 1; 0 where the format has none.</summary>
    public int Line { get; init; }

    /// <summary>Sheet, item or file inside a package; empty where there is only one.</summary>
    public string Where { get; init; } = "";

    /// <summary>Empty: the file gives none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Null where it is none of ours.</summary>
    public QuestionKind? Kind { get; init; }

    public string Stem { get; init; } = "";

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Original indices from 0, ascending.</summary>
    public IReadOnlyList<int> Right { get; init; } = [];

    public IReadOnlyList<BlankKey> Blanks { get; init; } = [];

    public IReadOnlyList<string> Targets { get; init; } = [];

    public IReadOnlyList<int> Pairs { get; init; } = [];

    public IReadOnlyList<RubricLine> Rubric { get; init; } = [];

    public IReadOnlyList<Zone> Zones { get; init; } = [];

    public HazardLevel? Level { get; init; }

    public QuestionPicture? Picture { get; init; }

    /// <summary>Further ones beside the stem.</summary>
    public IReadOnlyList<QuestionPicture> MorePictures { get; init; } = [];

    public CaseStem? Case { get; init; }

    /// <summary>简答题: how long an answer may be; 0: nothing is said.</summary>
    public int MostCharacters { get; init; }

    public string Explanation { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>知识点.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Folder or chapter, its levels joined by a slash.</summary>
    public string Category { get; init; } = "";

    /// <summary>1 to 3; 0: nothing is said.</summary>
    public int Difficulty { get; init; }

    /// <summary>Null: nothing is said.</summary>
    public QuestionUse? Use { get; init; }

    /// <summary>依据 as <see cref="BasisText"/> writes it, or in free words; empty: nothing is said.</summary>
    public string Basis { get; init; } = "";

    /// <summary>来源; empty: nothing is said.</summary>
    public string Source { get; init; } = "";

    public IReadOnlyList<ForeignProblem> Problems { get; init; } = [];

    /// <summary>Those beside its stem and those of its case.</summary>
    [JsonIgnore]
    public IEnumerable<QuestionPicture> AllPictures => [.. Picture is { } own ? [own] : Array.Empty<QuestionPicture>(), .. MorePictures, .. Case?.Pictures ?? []];

    /// <summary>Whether nothing stands against it.</summary>
    [JsonIgnore]
    public bool IsTakeable => Kind is not null && Problems.All(problem => problem.IsNote);

    /// <summary>How a question of ours goes out.</summary>
    /// <param name="question">The question.</param>
    /// <param name="number">Its place in the file, from 1.</param>
    public static ForeignQuestion Of(ExchangedQuestion question, int number)
    {
        var (prompt, key) = (question.Version.Prompt, question.Version.Key);
        return new ForeignQuestion
        {
            Number = number,
            Id = prompt.Id,
            Kind = prompt.Kind,
            Stem = prompt.Stem,
            Options = prompt.Options,
            Right = key.CorrectOptions,
            Blanks = key.Blanks,
            Targets = prompt.Targets,
            Pairs = key.Pairs,
            Rubric = key.Rubric,
            Zones = key.Zones,
            Level = key.Level,
            Picture = prompt.Picture,
            MorePictures = prompt.MorePictures,
            Case = prompt.Case,
            MostCharacters = prompt.MostCharacters,
            Explanation = key.Explanation,
            Tags = question.Tags,
            Points = question.Points,
            Difficulty = question.Version.Difficulty,
            Use = question.Version.Use,
            Basis = BasisText.Write(key),
            Source = question.Source ?? "",
        };
    }

    /// <summary>The question that the bank takes. What the file does not say is taken from <paramref name="otherwise"/>.</summary>
    /// <exception cref="InvalidOperationException">Something stands against it.</exception>
    public ExchangedQuestion Take(ImportDefaults otherwise)
    {
        if (!IsTakeable || Kind is not { } kind)
        {
            throw new InvalidOperationException("Only a question without faults can be taken.");
        }

        var prompt = new QuestionPrompt(BankIds.IsId(Id) ? Id : ContentId(), kind, Stem, Options)
        {
            Targets = Targets,
            Picture = Picture,
            MorePictures = MorePictures,
            Case = Case,
            MostCharacters = kind is QuestionKind.Written ? MostCharacters is 0 ? otherwise.MostCharacters : MostCharacters : 0,
        };
        var own = BasisText.Read(Basis);
        var key = new QuestionKey(Right, Explanation, own ?? otherwise.Basis) { Blanks = Blanks, Pairs = Pairs, Zones = Zones, Level = Level, Rubric = Rubric, MoreClauses = own is Basis.OfClause ? BasisText.ReadMore(Basis) : [] };

        // What rests on nothing that anybody has looked at is for practice only.
        var use = own is null && !otherwise.IsBasisChecked ? QuestionUse.Practice : Use ?? otherwise.Use;
        var version = new QuestionVersion(prompt, key, use, Difficulty is 0 ? otherwise.Difficulty : Difficulty);
        return new ExchangedQuestion(version, Tags, Points, Source.Length is 0 ? otherwise.Source : Source);
    }

    /// <summary>The same for the same text, so that a file read twice brings the same questions.</summary>
    public string ContentId()
    {
        var text = new StringBuilder();
        Add(Kind.ToString() ?? "");
        Add(Stem);
        Array.ForEach([.. Options], Add);
        Array.ForEach([.. Targets], Add);
        Add(string.Join(',', Right.Concat(Pairs).Select(index => index.ToString(CultureInfo.InvariantCulture))));
        Add(BlankText.Write(Blanks));
        Array.ForEach([.. Rubric.Select(line => line.Text)], Add);
        if (Level is { } level)
        {
            Add(level.ToString());
        }

        return "q" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..20];

        void Add(string part) => text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(part).Append('\n');
    }
}
