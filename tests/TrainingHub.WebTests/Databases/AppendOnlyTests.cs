using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Contests;
using TrainingHub.Contests.Awards;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Records;
using TrainingHub.Reports;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Databases;

/// <summary>Tries every way to change what was recorded, on every append-only table, with plain statements.</summary>
public abstract class AppendOnlyTests(WebApp app)
{
    [Fact]
    public async Task Refuses_every_change_to_every_append_only_table()
    {
        await FillAsync();
        foreach (var type in AppendOnly.Entities)
        {
            var (table, columns) = await app.WithDbAsync(db => Task.FromResult(Describe(db, type)));
            var before = await RowsAsync(table);
            Assert.NotEmpty(before);

            foreach (var statement in Statements(table, columns))
            {
                var refused = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(statement));
                // PostgreSQL asks the keys that point to a table before its triggers; TRUNCATE … CASCADE passes them and meets the trigger.
                string[] reasons = statement.EndsWith("CASCADE", StringComparison.Ordinal) ? ["append-only"] : ["append-only", "duplicate key", "cannot truncate a table referenced"];
                Assert.True(reasons.Any(reason => refused.Message.Contains(reason, StringComparison.Ordinal)), $"{statement}: {refused.Message}");
            }

            Assert.Equal(before, await RowsAsync(table));
        }
    }

    [Fact]
    public async Task Refuses_to_replace_a_row_through_another_unique_column()
    {
        await FillAsync();
        if (app.IsPostgres)
        {
            return;   // PostgreSQL has no statement that deletes what stands in the way.
        }

        var before = await RowsAsync("Certificates");
        var columns = await app.WithDbAsync(db => Task.FromResult(Describe(db, typeof(TrainingHub.Certificates.Certificate)).Columns));
        foreach (var kept in new[] { "Serial", "Code", "RecordId" })
        {
            await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(
                $"INSERT OR REPLACE INTO \"Certificates\" ({Names(columns)}) SELECT {Values(columns, kept)} FROM \"Certificates\" LIMIT 1"));
        }

        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(
            $"INSERT OR REPLACE INTO \"Certificates\" (rowid, {Names(columns)}) SELECT rowid, {Values(columns, kept: null)} FROM \"Certificates\" LIMIT 1"));
        Assert.Equal(before, await RowsAsync("Certificates"));
    }

    [Fact]
    public async Task Arms_the_tables_again_at_every_start()
    {
        await app.InsideAsync(services => AppendOnly.EnsureAsync(services.GetRequiredService<Db>(), default));
        await app.InsideAsync(services => AppendOnly.EnsureAsync(services.GetRequiredService<Db>(), default));

        await FillAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync("DELETE FROM \"TrainingRecords\""));
    }

    // The row's own values, but new ones in all unique columns but one.
    private static string Values(IEnumerable<string> columns, string? kept) => string.Join(", ", columns.Select(column =>
        column is "Id" or "Serial" or "Code" or "RecordId" && !string.Equals(column, kept, StringComparison.Ordinal)
            ? "lower(hex(randomblob(16)))"
            : $"\"{column}\""));

    private IEnumerable<string> Statements(string table, IReadOnlyList<string> columns)
    {
        var names = Names(columns);
        yield return $"UPDATE \"{table}\" SET \"{columns[^1]}\" = \"{columns[^1]}\"";
        yield return $"DELETE FROM \"{table}\"";
        yield return $"INSERT INTO \"{table}\" ({names}) SELECT {names} FROM \"{table}\" LIMIT 1";
        yield return $"INSERT INTO \"{table}\" ({names}) SELECT {names} FROM \"{table}\" WHERE true LIMIT 1 ON CONFLICT ({string.Join(", ", _key.Select(column => $"\"{column}\""))}) DO UPDATE SET \"{columns[^1]}\" = excluded.\"{columns[^1]}\"";
        if (app.IsPostgres)
        {
            yield return $"TRUNCATE \"{table}\"";
            yield return $"TRUNCATE \"{table}\" CASCADE";
        }
        else
        {
            yield return $"INSERT OR REPLACE INTO \"{table}\" ({names}) SELECT {names} FROM \"{table}\" LIMIT 1";
            yield return $"REPLACE INTO \"{table}\" ({names}) SELECT {names} FROM \"{table}\" LIMIT 1";
            yield return $"UPDATE OR REPLACE \"{table}\" SET \"{columns[^1]}\" = \"{columns[^1]}\"";
        }
    }

    private IReadOnlyList<string> _key = [];

    private (string Table, IReadOnlyList<string> Columns) Describe(Db db, Type type)
    {
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped.");
        _key = [.. entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName())];
        return (entity.GetTableName()!, [.. entity.GetProperties().Select(property => property.GetColumnName())]);
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private static void AddSnapshot(Db db, Guid id, Guid person, DateTime now)
    {
        var day = DateOnly.FromDateTime(now);
        db.AddRange(
            new CoverageSnapshot
            {
                Id = id,
                TargetId = id,
                Number = 1,
                Day = day,
                Moment = now,
                CreatedBy = person,
                TargetName = "目标",
                TargetNameEn = "Target",
                SetterName = "市",
                ProgrammeName = "培训",
                ProgrammeNameEn = "Training",
                Percent = 100,
                Positions = CorePosition.Principal,
                Kinds = OrganizationKind.School,
                RequiredFlags = OrganizationFlags.None,
                ExcludedFlags = OrganizationFlags.None,
                Employments = Employment.All,
                WindowFrom = day,
                WindowUntil = day,
                RosterDay = day,
                CutOffDay = day,
                OnlyWhileValid = false,
                OnlyWhileInPost = false,
                Lines = 1,
                SignerDigest = "0",
            },
            new SnapshotUnit { SnapshotId = id, Number = 1, Last = 1, Depth = 0, OrganizationId = id, Code = "C", Name = "市" },
            new SnapshotCell { SnapshotId = id, UnitNumber = 1, Position = CorePosition.Principal, Counted = 1, Covered = 0, Excluded = 0, Elsewhere = 0, Declared = DeclaredState.Holders },
            new SnapshotLine { SnapshotId = id, Number = 1, NamesId = id, NamesDigest = "0", PersonId = person, UnitNumber = 1, Position = CorePosition.Principal, Kind = StandingKind.Missing, Reason = 1 });
    }

    /// <summary>A row in each of the tables.</summary>
    private async Task FillAsync()
    {
        var person = (await app.AddPeopleAsync(1, "留痕"))[0];
        var record = Assert.Single(await app.CompleteAsync(person, Guid.NewGuid()));
        await app.InsideAsync(async services =>
        {
            var (db, ids) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>());
            var now = TestClock.Start.UtcDateTime;
            db.Revocations.Add(new() { Id = ids.Next(), RecordId = record.Id, RecordedAt = now, RecordedBy = person, Reason = "登记有误" });
            db.AnswerEntries.Add(new AnswerEntry { AttemptId = ids.Next(), Item = 1, Version = 1, Choice = "A", SavedAt = now, IsLate = false });
            db.ContestEntries.Add(new ContestEntry { ContestId = ids.Next(), Number = 1, Kind = ContestEntryKind.Prepared, At = now });
            db.ContestCredits.Add(new() { Id = ids.Next(), ContestId = ids.Next(), PersonId = person, Minutes = 45, Day = new DateOnly(2026, 3, 5), At = now, By = person });
            db.QuizAllowances.Add(new() { Id = ids.Next(), PersonId = person, QuizSlug = "q", AttemptNumber = 1, Minutes = 5, Reason = "停电", GivenAt = now, GivenBy = person });
            db.GroupAllowances.Add(new() { Id = ids.Next(), QuizSlug = "q", OrganizationId = ids.Next(), Minutes = 5, Reason = "停电", GivenAt = now, GivenBy = person });
            db.AttemptEvents.Add(new() { Id = ids.Next(), AttemptId = ids.Next(), Kind = AttemptEventKind.Left, At = now });
            db.SessionChanges.Add(new() { Id = ids.Next(), SessionId = ids.Next(), At = now, By = person, Kind = SessionChangeKind.Planned });
            var paper = new SessionPaper
            {
                Id = ids.Next(),
                SessionId = ids.Next(),
                ParticipantId = ids.Next(),
                Number = 1,
                QuizSlug = "q",
                CourseSlug = "",
                CourseHash = "",
                Seed = 1,
                Minutes = 30,
                PassPercent = 60,
                FullPoints = 10,
                DrawnAt = now,
                DrawnBy = person,
            };
            db.AddRange(paper, new PaperSheet { PaperId = paper.Id, Number = 1, Means = PaperMeans.Paper, Answers = new Dictionary<int, string>(), Points = 0, EnteredAt = now, EnteredBy = person });
            AddSnapshot(db, ids.Next(), person, now);
            db.QuizChanges.Add(new() { Id = ids.Next(), QuizId = ids.Next(), At = now, By = person, Standing = QuizStanding.Draft, Version = 1, Terms = "{}" });
            db.FrozenRankings.Add(new() { ContestId = ids.Next(), At = now, By = person, Hash = "0", Content = [] });
            db.ContestAwards.Add(new() { Id = ids.Next(), ContestId = ids.Next(), PersonId = person, Level = AwardLevel.First, Rank = 1, At = now, By = person });
            db.SpeechSheets.Add(new() { Id = ids.Next(), EntryId = ids.Next(), JudgeId = person, Turn = 1, Scores = "90", Comment = "", IsOwnUnit = false, At = now });
            db.AnswerMarks.Add(new() { Id = ids.Next(), AttemptId = ids.Next(), Item = 1, Given = "1", Points = 1, MarkedAt = now, MarkedBy = person });
            db.MarkingRules.Add(new() { Id = ids.Next(), QuizSlug = "q", IsDouble = true, MostApart = 2, SetAt = now, SetBy = person });
            db.KeyCorrections.Add(new() { Id = ids.Next(), QuizSlug = "q", QuestionHash = $"{ids.Next():N}", Number = 1, RegradeId = ids.Next(), CorrectedAt = now, CorrectedBy = person });
            db.RegradeLines.Add(new()
            {
                RegradeId = ids.Next(),
                AttemptId = ids.Next(),
                IsApplied = true,
                PersonId = person,
                OldPoints = 1,
                NewPoints = 2,
                Effect = RegradeEffect.PointsOnly,
                At = now,
            });
            var figure = new ReportedFigure
            {
                Id = ids.Next(),
                TargetId = await db.CoverageTargets.Select(target => target.Id).FirstAsync(),
                OrganizationId = await db.Organizations.Select(unit => unit.Id).FirstAsync(),
                Counted = 10,
                Covered = 3,
                Day = new(2024, 12, 31),
                DocumentNumber = "云教安〔2025〕1号",
                ScanName = "1.pdf",
                ScanType = "application/pdf",
                ScanHash = "0",
                ScanSize = 1,
                EnteredAt = now,
                EnteredBy = person,
            };
            var report = new Report
            {
                Id = ids.Next(),
                OrganizationId = figure.OrganizationId,
                UnitName = "单位",
                RecipientName = "",
                Kind = ReportKind.Year,
                Due = new(2026, 12, 15),
                Number = 1 + await db.Reports.CountAsync(),
                From = new(2025, 12, 11),
                Until = new(2026, 12, 10),
                Moment = now,
                CreatedBy = person,
            };
            db.AddRange(report, new ReportScan { Id = ids.Next(), ReportId = report.Id, Name = "1.pdf", ContentType = "application/pdf", Hash = "0", Size = 1, UploadedAt = now, UploadedBy = person });
            db.AddRange(
                new ReportNames { ListId = ids.Next(), Number = 1, ReportId = report.Id, IsOfChanges = false, Content = "[]" },
                new ReportPerson { ReportId = report.Id, PersonId = person, NamesId = ids.Next(), NamesDigest = "0" });
            db.AddRange(figure, new ReportedFigureWithdrawal { Id = ids.Next(), FigureId = figure.Id, Reason = "录错", WithdrawnAt = now, WithdrawnBy = person });
            db.ProgrammeParts.Add(new() { Id = ids.Next(), RuleId = ids.Next(), Number = 1, Kind = ProgrammePartKind.Assessment, Title = "灭火器操作" });
            db.RecordParts.Add(new() { RecordId = record.Id, Number = 1, Kind = LearningKind.Quiz, Title = "q", Day = record.CompletionDay, Minutes = 45 });
            db.PracticalAssessments.Add(new()
            {
                Id = ids.Next(),
                PersonId = person,
                ProgrammeId = ids.Next(),
                Title = "灭火器操作",
                Day = record.CompletionDay,
                IsPassed = true,
                Result = "",
                Assessor = "秦望舒",
                OrganizationId = ids.Next(),
                ProofHash = "0",
                ProofName = "p.pdf",
                ProofType = "application/pdf",
                RecordedAt = now,
                RecordedBy = person,
                WithdrawsId = ids.Next(),
            });
            var seal = LedgerSeal.After(await db.LedgerSeals.OrderByDescending(one => one.Number).FirstOrDefaultAsync(), [new LedgerRow(LedgerRowKind.Record, record.Id, record.ContentHash)], now);
            db.AddRange(seal, new SealedRow { RowId = record.Id, Kind = LedgerRowKind.Record, SealNumber = seal.Number });
            var review = new BasisReview { Id = ids.Next(), CourseSlug = "c", Subject = $"{ids.Next():N}", Under = "s@1", ReviewedAt = now, ReviewedBy = person };
            db.BasisReviews.Add(review);
            db.BasisReviewWithdrawals.Add(new() { ReviewId = review.Id, WithdrawnAt = now, WithdrawnBy = person });
            db.PracticeAnswers.Add(new()
            {
                Id = ids.Next(),
                PersonId = person,
                CourseSlug = "c",
                QuestionHash = "0",
                Choice = "A",
                IsRight = true,
                IsDaily = false,
                AnsweredAt = now,
            });
            var version = new QuestionVersion(new($"Q-{ids.Next():N}", QuestionKind.TrueFalse, "每月演练一次。", []), new([0], "", new Basis.OfDocument("文件", null, "每月演练")), QuestionUse.Both, 1);
            var question = BankQuestion.Begin(ids.Next(), await db.Organizations.Select(unit => unit.Id).FirstAsync(), folderId: null, version, source: null, person, now);
            db.AddRange(question, question.Record(""));
            db.CheckAnswers.Add(new CheckAnswer
            {
                Id = ids.Next(),
                PersonId = person,
                CourseSlug = "c",
                LessonSlug = "l",
                QuestionHash = "0",
                Choice = "A",
                IsRight = true,
                AnsweredAt = now,
            });
            await db.SaveChangesAsync();
        });
    }

    private Task<int> ExecuteAsync(string statement) => app.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    private Task<List<string>> RowsAsync(string table) => app.WithDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2, 3";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values));
        }

        return rows;
    });
}

public sealed class AppendOnlyOnSqlite(SqliteApp app) : AppendOnlyTests(app), IClassFixture<SqliteApp>;

public sealed class AppendOnlyOnPostgres(PostgresApp app) : AppendOnlyTests(app), IClassFixture<PostgresApp>;
