using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Assessments;
using TrainingHub.Certificates;
using TrainingHub.Contests;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.Contests.Speeches;
using TrainingHub.Contests.Stage;
using TrainingHub.Courses;
using TrainingHub.Courses.Drafts;
using TrainingHub.Coverage;
using TrainingHub.Notices;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Practice;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Recognitions;
using TrainingHub.Records;
using TrainingHub.Reminders;
using TrainingHub.Reports;
using TrainingHub.Sessions;
using TrainingHub.Sessions.Plans;
using TrainingHub.Standards;

namespace TrainingHub.Storage;

/// <summary>
/// The database. Each feature maps its own entities (XxxMap.cs beside them).
/// One model, two subclasses: migrations differ by provider.
/// </summary>
public abstract class Db(DbContextOptions options, WriteGate gate) : IdentityUserContext<UserAccount, Guid>(options)
{
    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<OrganizationDetails> OrganizationDetails => Set<OrganizationDetails>();
    public DbSet<OrganizationParent> OrganizationParents => Set<OrganizationParent>();
    public DbSet<OrganizationPath> OrganizationPaths => Set<OrganizationPath>();
    public DbSet<OrganizationSuccession> OrganizationSuccessions => Set<OrganizationSuccession>();

    public DbSet<Position> Positions => Set<Position>();
    public DbSet<PositionMapping> PositionMappings => Set<PositionMapping>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Leave> Leaves => Set<Leave>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<ActivationSlip> ActivationSlips => Set<ActivationSlip>();

    public DbSet<PublishedEdition> PublishedEditions => Set<PublishedEdition>();
    public DbSet<EditionDraft> EditionDrafts => Set<EditionDraft>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<BundledFolder> BundledFolders => Set<BundledFolder>();
    public DbSet<PublishedCourse> PublishedCourses => Set<PublishedCourse>();
    public DbSet<PublishedLesson> PublishedLessons => Set<PublishedLesson>();
    public DbSet<PublishedQuestion> PublishedQuestions => Set<PublishedQuestion>();
    public DbSet<PublishedKey> PublishedKeys => Set<PublishedKey>();
    public DbSet<BankFolder> BankFolders => Set<BankFolder>();
    public DbSet<BankQuestion> BankQuestions => Set<BankQuestion>();
    public DbSet<BankQuestionVersion> BankQuestionVersions => Set<BankQuestionVersion>();
    public DbSet<BankTag> BankTags => Set<BankTag>();
    public DbSet<BankClause> BankClauses => Set<BankClause>();
    public DbSet<BankJob> BankJobs => Set<BankJob>();
    public DbSet<BankJobLine> BankJobLines => Set<BankJobLine>();
    public DbSet<BankStamp> BankStamps => Set<BankStamp>();
    public DbSet<QuestionStatistics> QuestionStatistics => Set<QuestionStatistics>();
    public DbSet<StatisticsCursor> StatisticsCursors => Set<StatisticsCursor>();
    public DbSet<CountedCorrection> CountedCorrections => Set<CountedCorrection>();
    public DbSet<UncountedAttempt> UncountedAttempts => Set<UncountedAttempt>();
    public DbSet<CourseFile> CourseFiles => Set<CourseFile>();
    public DbSet<CourseFileContent> CourseFileContents => Set<CourseFileContent>();
    public DbSet<CourseDraft> CourseDrafts => Set<CourseDraft>();
    public DbSet<CourseDraftFile> CourseDraftFiles => Set<CourseDraftFile>();
    public DbSet<CourseDraftEditor> CourseDraftEditors => Set<CourseDraftEditor>();

    public DbSet<KeptProposal> KeptProposals => Set<KeptProposal>();

    public DbSet<RosterImport> RosterImports => Set<RosterImport>();
    public DbSet<RosterImportUnit> RosterImportUnits => Set<RosterImportUnit>();
    public DbSet<RosterImportPart> RosterImportParts => Set<RosterImportPart>();
    public DbSet<RosterHeading> RosterHeadings => Set<RosterHeading>();
    public DbSet<RosterWording> RosterWordings => Set<RosterWording>();
    public DbSet<UnitListImport> UnitListImports => Set<UnitListImport>();
    public DbSet<RosterImportRow> RosterImportRows => Set<RosterImportRow>();
    public DbSet<TransferRequest> TransferRequests => Set<TransferRequest>();

    public DbSet<CheckAnswer> CheckAnswers => Set<CheckAnswer>();
    public DbSet<BasisReview> BasisReviews => Set<BasisReview>();
    public DbSet<BasisReviewWithdrawal> BasisReviewWithdrawals => Set<BasisReviewWithdrawal>();
    public DbSet<LessonStep> LessonSteps => Set<LessonStep>();
    public DbSet<LessonRest> LessonRests => Set<LessonRest>();
    public DbSet<PracticeAnswer> PracticeAnswers => Set<PracticeAnswer>();
    public DbSet<LessonCompletion> LessonCompletions => Set<LessonCompletion>();

    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<ProgrammeRule> ProgrammeRules => Set<ProgrammeRule>();
    public DbSet<ProgrammePart> ProgrammeParts => Set<ProgrammePart>();
    public DbSet<CoverageTarget> CoverageTargets => Set<CoverageTarget>();
    public DbSet<TargetRule> TargetRules => Set<TargetRule>();

    public DbSet<TrainingRecord> TrainingRecords => Set<TrainingRecord>();
    public DbSet<RecordNames> RecordNames => Set<RecordNames>();
    public DbSet<RecordPart> RecordParts => Set<RecordPart>();
    public DbSet<Revocation> Revocations => Set<Revocation>();
    public DbSet<LedgerSeal> LedgerSeals => Set<LedgerSeal>();
    public DbSet<SealedRow> SealedRows => Set<SealedRow>();

    public DbSet<Declaration> Declarations => Set<Declaration>();
    public DbSet<Exclusion> Exclusions => Set<Exclusion>();
    public DbSet<CoverageStanding> CoverageStandings => Set<CoverageStanding>();
    public DbSet<CoverageCell> CoverageCells => Set<CoverageCell>();
    public DbSet<CoverageDue> CoverageDues => Set<CoverageDue>();
    public DbSet<CoverageSnapshot> CoverageSnapshots => Set<CoverageSnapshot>();
    public DbSet<SnapshotRequest> SnapshotRequests => Set<SnapshotRequest>();
    public DbSet<SnapshotUnit> SnapshotUnits => Set<SnapshotUnit>();
    public DbSet<SnapshotCell> SnapshotCells => Set<SnapshotCell>();
    public DbSet<SnapshotLine> SnapshotLines => Set<SnapshotLine>();

    public DbSet<Certificate> Certificates => Set<Certificate>();
    public DbSet<SerialCounter> SerialCounters => Set<SerialCounter>();

    public DbSet<PracticalAssessment> PracticalAssessments => Set<PracticalAssessment>();
    public DbSet<OutsideTraining> OutsideTrainings => Set<OutsideTraining>();

    public DbSet<Attempt> Attempts => Set<Attempt>();
    public DbSet<AttemptItem> AttemptItems => Set<AttemptItem>();
    public DbSet<AnswerEntry> AnswerEntries => Set<AnswerEntry>();
    public DbSet<AnswerMark> AnswerMarks => Set<AnswerMark>();
    public DbSet<MarkingRule> MarkingRules => Set<MarkingRule>();
    public DbSet<QuizAllowance> QuizAllowances => Set<QuizAllowance>();
    public DbSet<GroupAllowance> GroupAllowances => Set<GroupAllowance>();
    public DbSet<AttemptEvent> AttemptEvents => Set<AttemptEvent>();
    public DbSet<ArrangedQuiz> ArrangedQuizzes => Set<ArrangedQuiz>();
    public DbSet<QuizChange> QuizChanges => Set<QuizChange>();
    public DbSet<PreparedPaper> PreparedPapers => Set<PreparedPaper>();
    public DbSet<Regrade> Regrades => Set<Regrade>();
    public DbSet<RegradeLine> RegradeLines => Set<RegradeLine>();
    public DbSet<KeyCorrection> KeyCorrections => Set<KeyCorrection>();

    public DbSet<Contest> Contests => Set<Contest>();
    public DbSet<ContestItem> ContestItems => Set<ContestItem>();
    public DbSet<ContestSeat> ContestSeats => Set<ContestSeat>();
    public DbSet<ContestKey> ContestKeys => Set<ContestKey>();
    public DbSet<StageMember> StageMembers => Set<StageMember>();
    public DbSet<ContestEntry> ContestEntries => Set<ContestEntry>();
    public DbSet<ContestDeviceEntry> ContestDeviceEntries => Set<ContestDeviceEntry>();
    public DbSet<ContestCredit> ContestCredits => Set<ContestCredit>();
    public DbSet<OpenContest> OpenContests => Set<OpenContest>();
    public DbSet<FrozenRanking> FrozenRankings => Set<FrozenRanking>();
    public DbSet<SpeechContest> SpeechContests => Set<SpeechContest>();
    public DbSet<SpeechEntry> SpeechEntries => Set<SpeechEntry>();
    public DbSet<SpeechRecording> SpeechRecordings => Set<SpeechRecording>();
    public DbSet<SpeechJudge> SpeechJudges => Set<SpeechJudge>();
    public DbSet<SpeechSheet> SpeechSheets => Set<SpeechSheet>();
    public DbSet<ContestAward> ContestAwards => Set<ContestAward>();

    public DbSet<TrainingSession> TrainingSessions => Set<TrainingSession>();
    public DbSet<SessionHalfDay> SessionHalfDays => Set<SessionHalfDay>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<SessionFile> SessionFiles => Set<SessionFile>();
    public DbSet<SessionChange> SessionChanges => Set<SessionChange>();
    public DbSet<Lecturer> Lecturers => Set<Lecturer>();
    public DbSet<BatchPlan> BatchPlans => Set<BatchPlan>();
    public DbSet<PlannedBatch> PlannedBatches => Set<PlannedBatch>();
    public DbSet<PlanWish> PlanWishes => Set<PlanWish>();
    public DbSet<SessionPaper> SessionPapers => Set<SessionPaper>();
    public DbSet<PaperSheet> PaperSheets => Set<PaperSheet>();

    public DbSet<ReportedFigure> ReportedFigures => Set<ReportedFigure>();
    public DbSet<ReportedFigureWithdrawal> ReportedFigureWithdrawals => Set<ReportedFigureWithdrawal>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ReportSection> ReportSections => Set<ReportSection>();
    public DbSet<ReportNames> ReportNames => Set<ReportNames>();
    public DbSet<ReportPerson> ReportPeople => Set<ReportPerson>();
    public DbSet<ReportScan> ReportScans => Set<ReportScan>();
    public DbSet<ReportColumns> ReportColumns => Set<ReportColumns>();

    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Dispatch> Dispatches => Set<Dispatch>();
    public DbSet<Mailbox> Mailboxes => Set<Mailbox>();
    public DbSet<ResultRelease> ResultReleases => Set<ResultRelease>();
    public DbSet<ReminderRun> ReminderRuns => Set<ReminderRun>();

    /// <summary>Whether this is PostgreSQL; everything else is SQLite.</summary>
    public bool IsPostgres => string.Equals(Database.ProviderName, "Npgsql.EntityFrameworkCore.PostgreSQL", StringComparison.Ordinal);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            DatedFacts.Configure(builder, entity.ClrType);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<string>().HaveMaxLength(200);
    }

    /// <summary>Saves. Outside <see cref="Transactions"/> (Identity's own stores do that) SQLite's writer is waited for in the same queue.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null || IsPostgres)
        {
            return await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using (await gate.EnterAsync(cancellationToken))
        {
            return await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
    }

    /// <summary>Saves, and counts up the stamps of the banks in which a question or a folder was changed: by them a bank that is kept in memory is known to be old.</summary>
    private async Task<int> SaveAsync(bool accepts, CancellationToken cancel)
    {
        // In one order everywhere, so that two that change several banks wait for each other and not in a ring.
        List<Guid> banks = [.. ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged)
            .Select(entry => entry.Entity switch { BankQuestion question => question.OwnerId, BankFolder folder => folder.OwnerId, _ => (Guid?)null }).OfType<Guid>().Distinct().Order()];
        var rows = await base.SaveChangesAsync(accepts, cancel);
        foreach (var bank in banks)
        {
            await Database.ExecuteSqlAsync(
                $"""INSERT INTO "BankStamps" ("OwnerId", "Number") VALUES ({bank}, 1) ON CONFLICT ("OwnerId") DO UPDATE SET "Number" = "BankStamps"."Number" + 1""", cancel);
        }

        return rows;
    }
}
