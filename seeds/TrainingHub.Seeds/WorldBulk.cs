namespace TrainingHub.Seeds;

/// <summary>A very large roster with its ledger beside a demo world, for measuring: the loader makes it by a few statements.</summary>
/// <param name="Counties">County bureaus below the city.</param>
/// <param name="Schools">Schools below them; the first two hundred stand below the county of Wangchuan.</param>
/// <param name="People">People with one post each, spread over the schools.</param>
/// <param name="RecordsEach">Ledger rows of each.</param>
/// <param name="Attempts">Graded attempts at one quiz of the city, of three people for each five attempts.</param>
public sealed record WorldBulk(int Counties, int Schools, int People, int RecordsEach, int Attempts = 0)
{
    /// <summary>Of the quiz.</summary>
    public const string QuizSlug = "DEMR2345";

    /// <summary>Whether people also changed schools, held second posts, were excluded, and had trainings of other programmes and revoked ones.</summary>
    public bool HasHistory { get; init; }
}
