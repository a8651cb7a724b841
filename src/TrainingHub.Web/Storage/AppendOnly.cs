using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TrainingHub.Assessments;
using TrainingHub.Certificates;
using TrainingHub.Contests;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.Contests.Speeches;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.Practice;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Records;
using TrainingHub.Reports;
using TrainingHub.Sessions;

namespace TrainingHub.Storage;

/// <summary>
/// Makes the database itself refuse to change what is only ever appended. The triggers are made after every migration run, not in a
/// migration: SQLite alters a table by building it anew and silently drops its triggers.
/// </summary>
public static class AppendOnly
{
    /// <summary>The append-only tables. Records point to names by digest, so that nothing here ever needs an UPDATE.</summary>
    public static readonly IReadOnlyList<Type> Entities =
    [
        typeof(TrainingRecord), typeof(Revocation), typeof(Certificate), typeof(AnswerEntry), typeof(CheckAnswer), typeof(PracticeAnswer), typeof(BasisReview),
        typeof(BasisReviewWithdrawal), typeof(QuizAllowance), typeof(GroupAllowance), typeof(AttemptEvent), typeof(QuizChange), typeof(BankQuestionVersion), typeof(AnswerMark), typeof(MarkingRule),
        typeof(RegradeLine), typeof(KeyCorrection), typeof(SessionChange), typeof(LedgerSeal), typeof(SealedRow),
        typeof(CoverageSnapshot), typeof(SnapshotUnit), typeof(SnapshotCell), typeof(SnapshotLine),
        typeof(ReportedFigure), typeof(ReportedFigureWithdrawal), typeof(ReportScan), typeof(ReportNames), typeof(ReportPerson),
        typeof(ProgrammePart), typeof(RecordPart), typeof(PracticalAssessment), typeof(SessionPaper), typeof(PaperSheet),
        typeof(ContestEntry), typeof(ContestCredit),
        typeof(FrozenRanking), typeof(ContestAward), typeof(SpeechSheet),
    ];

    public static async Task EnsureAsync(Db db, CancellationToken cancel)
    {
        foreach (var type in Entities)
        {
            var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped.");
            var table = entity.GetTableName() ?? throw new InvalidOperationException($"{type.Name} has no table.");
            foreach (var statement in db.IsPostgres ? PostgresStatements(table) : SqliteStatements(table, UniqueColumns(entity)))
            {
                await db.Database.ExecuteSqlRawAsync(statement, cancel);
            }
        }
    }

    /// <summary>The tables' names, as they stand in the database.</summary>
    public static IEnumerable<string> Tables(Db db) =>
        Entities.Select(type => db.Model.FindEntityType(type)?.GetTableName() ?? throw new InvalidOperationException($"{type.Name} has no table."));

    private static IEnumerable<IReadOnlyList<string>> UniqueColumns(IEntityType entity) =>
        entity.GetKeys().Select(key => key.Properties)
            .Concat(entity.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            .Select(properties => properties.Select(property => property.GetColumnName()).ToList());

    // INSERT OR REPLACE deletes whatever row stands in its way, by any unique column or by its row number, without firing a DELETE
    // trigger unless recursive triggers are on: a row that would stand in the way is refused as well.
    private static IEnumerable<string> SqliteStatements(string table, IEnumerable<IReadOnlyList<string>> unique)
    {
        var inTheWay = string.Join(" OR ", unique.Append(["rowid"]).Select(columns =>
            $"({string.Join(" AND ", columns.Select(column => $"\"{column}\" = NEW.\"{column}\""))})"));
        foreach (var (name, when) in new[] { ("update", "BEFORE UPDATE"), ("delete", "BEFORE DELETE") })
        {
            yield return $"DROP TRIGGER IF EXISTS \"{table}_no_{name}\"";
            yield return $"CREATE TRIGGER \"{table}_no_{name}\" {when} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END";
        }

        yield return $"DROP TRIGGER IF EXISTS \"{table}_no_replace\"";
        yield return $"CREATE TRIGGER \"{table}_no_replace\" BEFORE INSERT ON \"{table}\" WHEN EXISTS (SELECT 1 FROM \"{table}\" WHERE {inTheWay}) " +
            $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END";
    }

    private static IEnumerable<string> PostgresStatements(string table)
    {
        yield return "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$";
        yield return $"DROP TRIGGER IF EXISTS \"{table}_no_change\" ON \"{table}\"";
        yield return $"CREATE TRIGGER \"{table}_no_change\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()";
    }
}
