using TrainingHub.Coverage;
using TrainingHub.Programmes;
using TrainingHub.Time;

namespace TrainingHub.Reports;

internal static class KeptTarget
{
    extension(TargetPart part)
    {
        /// <summary>The target as the report counted it, not as it is called and ruled today: what its definition is made from.</summary>
        public TargetSummary AsCounted(Report report, Guid targetId) => new()
        {
            Slug = part.Slug,
            Name = part.Name,
            NameEn = part.NameEn,
            Series = "",
            Year = part.Year,
            Source = part.Source,
            SetterName = part.SetterName,
            ProgrammeName = part.ProgrammeName,
            ProgrammeNameEn = part.ProgrammeNameEn ?? part.ProgrammeName,
            Today = part.Day,
            Moment = report.Moment,
            Terms = new TargetTerms
            {
                TargetId = targetId,
                SetterId = Guid.Empty,
                ProgrammeId = Guid.Empty,
                Rule = part.Rule(report, targetId),
                ProgrammeRules = part.OnlyWhileInPost ? [part.InPost(report)] : [],
            },
        };

        private TargetRule Rule(Report report, Guid targetId) => new()
        {
            Id = report.Id,
            FactId = report.Id,
            TargetId = targetId,
            From = Day.Beginning,
            Until = Day.Open,
            RecordedAt = report.Moment,
            Percent = part.Percent,
            Positions = part.Positions,
            Kinds = part.Kinds,
            RequiredFlags = part.RequiredFlags,
            ExcludedFlags = part.ExcludedFlags,
            Employments = part.Employments,
            WindowFrom = part.WindowFrom,
            WindowUntil = part.WindowUntil,
            RosterDay = part.RosterDay,
            CutOffDay = part.CutOffDay,
            OnlyWhileValid = part.OnlyWhileValid,
        };

        // The definition says whether training had to be done in post; nothing else of the programme is written.
        private ProgrammeRule InPost(Report report) => new()
        {
            Id = report.Id,
            FactId = report.Id,
            ProgrammeId = Guid.Empty,
            From = Day.Beginning,
            Until = Day.Open,
            RecordedAt = report.Moment,
            CycleFrom = part.WindowFrom,
            CycleUntil = part.WindowUntil,
            CourseSlug = "",
            QuizSlug = "",
            CertificateTitle = "",
            OnlyWhileInPost = true,
        };
    }
}
