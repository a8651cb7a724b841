using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>Keeps an answer that came from a browser in which the attempt does not go on: an examiner sees it, nothing grades it.</summary>
internal static class RefusedAnswer
{
    // The same answer sent again is one row, and somebody's browser gone wild fills no table.
    private const string Insert =
        """
        INSERT INTO "AttemptEvents" ("Id", "AttemptId", "Kind", "At", "Item", "Version", "Choice")
        SELECT $1, $2, $3, $4, $5, $6, $7
        WHERE NOT EXISTS (SELECT 1 FROM "AttemptEvents" e WHERE e."AttemptId" = $2 AND e."Kind" = $3 AND e."Item" = $5 AND e."Version" = $6 AND e."Choice" = $7)
          AND (SELECT COUNT(*) FROM "AttemptEvents" e WHERE e."AttemptId" = $2 AND e."Kind" = $3) < 500
        """;

    /// <param name="answer">As it was sent.</param>
    /// <param name="id">Of the new row.</param>
    /// <param name="now">UTC.</param>
    public static RowCommand Note(AnswerToSave answer, Guid id, DateTime now) =>
        new(Insert, [id, answer.AttemptId, (int)AttemptEventKind.Refused, now, answer.Item, answer.Version, answer.Choice]);
}
