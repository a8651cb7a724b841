using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrainingHub.Questions;

/// <summary>How question versions lie in their two tables.</summary>
internal static class QuestionRows
{
    private static readonly JsonSerializerOptions Sparse = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static PublishedQuestion PromptRowOf(QuestionVersion question)
    {
        var prompt = question.Prompt;
        return new PublishedQuestion
        {
            Hash = question.Hash,
            QuestionId = prompt.Id,
            Kind = prompt.Kind,
            Stem = prompt.Stem,
            Options = JsonSerializer.Serialize(prompt.Options),
            Extras = prompt is { Targets: [], Picture: null, MorePictures: [], Case: null, MostCharacters: 0 }
                ? null
                : JsonSerializer.Serialize(
                    new PromptExtras
                    {
                        Targets = prompt.Targets is [] ? null : prompt.Targets,
                        Picture = prompt.Picture,
                        MorePictures = prompt.MorePictures is [] ? null : prompt.MorePictures,
                        Case = prompt.Case,
                        MostCharacters = prompt.MostCharacters is 0 ? null : prompt.MostCharacters,
                    },
                    Sparse),
        };
    }

    public static PublishedKey KeyRowOf(QuestionVersion question)
    {
        var key = question.Key;
        return new PublishedKey
        {
            Hash = question.Hash,
            CorrectOptions = string.Join(',', key.CorrectOptions.Select(index => index.ToString(CultureInfo.InvariantCulture))),
            Explanation = key.Explanation,
            StandardSlug = key.Basis switch { Basis.OfClause c => c.StandardSlug, Basis.OfStatement s => s.StandardSlug, _ => null },
            Edition = key.Basis switch { Basis.OfClause c => c.Edition, Basis.OfStatement s => s.Edition, _ => null },
            ClauseNumber = (key.Basis as Basis.OfClause)?.ClauseNumber,
            Document = (key.Basis as Basis.OfDocument)?.Document,
            Area = (key.Basis as Basis.OfDocument)?.Area,
            Statement = key.Basis switch { Basis.OfStatement s => s.Statement, Basis.OfDocument d => d.Statement, _ => null },
            Extras = key is { Blanks: [], Pairs: [], Zones: [], Level: null, Rubric: [], MoreClauses: [] }
                ? null
                : JsonSerializer.Serialize(
                    new KeyExtras
                    {
                        Blanks = key.Blanks is [] ? null : key.Blanks,
                        Pairs = key.Pairs is [] ? null : key.Pairs,
                        Zones = key.Zones is [] ? null : key.Zones,
                        Level = key.Level,
                        Rubric = key.Rubric is [] ? null : key.Rubric,
                        MoreClauses = key.MoreClauses is [] ? null : key.MoreClauses,
                    },
                    Sparse),
        };
    }

    /// <summary>Use and difficulty are not part of a version: whoever holds the bank says them.</summary>
    public static QuestionVersion VersionOf(PublishedQuestion prompt, PublishedKey key) => new(PromptOf(prompt), KeyOf(key), QuestionUse.Both, 1);

    public static QuestionPrompt PromptOf(PublishedQuestion row)
    {
        var prompt = new QuestionPrompt(row.QuestionId, row.Kind, row.Stem, JsonSerializer.Deserialize<string[]>(row.Options)!);
        return row.Extras is null || JsonSerializer.Deserialize<PromptExtras>(row.Extras) is not { } extras
            ? prompt
            : prompt with { Targets = extras.Targets ?? [], Picture = extras.Picture, MorePictures = extras.MorePictures ?? [], Case = extras.Case, MostCharacters = extras.MostCharacters ?? 0 };
    }

    private static QuestionKey KeyOf(PublishedKey row)
    {
        var key = new QuestionKey(PaperItem.ParseOptionOrder(row.CorrectOptions), row.Explanation, BasisOf(row));
        return row.Extras is null || JsonSerializer.Deserialize<KeyExtras>(row.Extras) is not { } extras
            ? key
            : key with
            {
                Blanks = extras.Blanks ?? [],
                Pairs = extras.Pairs ?? [],
                Zones = extras.Zones ?? [],
                Level = extras.Level,
                Rubric = extras.Rubric ?? [],
                MoreClauses = extras.MoreClauses ?? [],
            };
    }

    private static Basis BasisOf(PublishedKey row) => row switch
    {
        { StandardSlug: { } slug, Edition: { } edition, ClauseNumber: { } clause } => new Basis.OfClause(slug, edition, clause),
        { StandardSlug: { } slug, Edition: { } edition } => new Basis.OfStatement(slug, edition, row.Statement ?? ""),
        _ => new Basis.OfDocument(row.Document ?? "", row.Area, row.Statement ?? ""),
    };
}
