using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Certificates;

/// <summary>Appends the certificates of records, inside the record's transaction.</summary>
public sealed class IssueCertificate(Db db, Notify notify, Ids ids, DayClock clock)
{
    // Where no bureau above says its region: a deployment that has not entered them yet still issues.
    private const string UnknownRegion = "000000";

    // In place of a post, as names of the day are kept: in Chinese.
    private const string Volunteer = "志愿者";

    /// <param name="records">Of one programme, all or none of them for outside training; their certificates are numbered in this order.</param>
    public async Task RunAsync(IReadOnlyList<TrainingRecord> records, Programme programme, ProgrammeRule rule, CancellationToken cancel)
    {
        if (records.Count is 0)
        {
            return;
        }

        var issuer = await IssuerAsync(programme.OrganizationId, cancel);
        var today = clock.Today;
        var category = records[0].Evidence is Evidence.OutsideTraining ? CertificateCategory.OutsideTraining : CertificateCategory.Rotation;
        var prefix = Serial.Prefix(issuer.Province, issuer.Region, today.Year, category);
        var first = await LastNumberAsync(prefix, records.Count, cancel) - records.Count + 1;
        List<Certificate> issued = [.. records.Select((record, place) => new Certificate
        {
            Id = ids.Next(),
            Serial = Serial.Of(prefix, first + place),
            Code = Ids.Code(16),
            RecordId = record.Id,
            PersonId = record.PersonId,
            ProgrammeId = programme.Id,
            Title = rule.CertificateTitle,
            ProgrammeName = programme.Name,
            IssuerId = programme.OrganizationId,
            IssuerName = issuer.Name,
            CompletionDay = record.CompletionDay,
            IssuedOn = today,
            ValidUntil = record.ValidUntil,
            CreditMinutes = record.CreditMinutes,
            Points = record.Points,
            FullPoints = record.FullPoints,
            RecordedAt = clock.Now,
        })];
        db.Certificates.AddRange(issued);
        await db.SaveChangesAsync(cancel);
        await notify.RunAsync([.. issued.Select(TellOf)], cancel);
    }

    /// <summary>
    /// Certificates of a session's guests: they rest on no record, stand for themselves and are told to nobody. They name the unit whose guest one was.
    /// Runs in the caller's transaction.
    /// </summary>
    /// <param name="guests">Numbered in this order.</param>
    /// <param name="rule">Whose certificate it is, and for how long it is valid.</param>
    /// <param name="organizationId">The unit that held the session; it issues them.</param>
    /// <param name="session">Its title.</param>
    /// <param name="day">Its last day.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task ForGuestsAsync(IReadOnlyList<GuestCompletion> guests, ProgrammeRule rule, Guid organizationId, string session, DateOnly day, CancellationToken cancel)
    {
        if (guests.Count is 0)
        {
            return;
        }

        var unit = (await IssuerAsync(organizationId, cancel)).Name;
        await AppendAsync(guests.Select(guest => new Certified(ids.Next(), guest.HolderId, guest.Name, unit, Volunteer, session, guest.CreditMinutes, guest.Points, guest.FullPoints)), CertificateCategory.Session, new Terms(
            rule.ProgrammeId, rule.CertificateTitle, organizationId, day, rule.ValidityMonths is { } months ? day.AddMonths(months).AddDays(-1) : null), cancel);
    }

    /// <summary>
    /// Certificates of those awarded in a contest: they rest on the award, under whose id the names stand, and hold without end. Runs in the caller's
    /// transaction.
    /// </summary>
    /// <param name="awarded">Numbered in this order.</param>
    /// <param name="contestId">The contest.</param>
    /// <param name="title">Of the certificates.</param>
    /// <param name="organizationId">The unit that held the contest; it issues them.</param>
    /// <param name="day">On which the contest ended.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task ForContestAsync(IReadOnlyList<ContestHonour> awarded, Guid contestId, string title, Guid organizationId, DateOnly day, CancellationToken cancel)
    {
        if (awarded.Count is 0)
        {
            return;
        }

        var issued = await AppendAsync(
            awarded.Select(one => new Certified(one.AwardId, one.PersonId, one.Name, one.Unit, one.Position, one.Honour, 0, one.Points, one.FullPoints)), CertificateCategory.Contest,
            new Terms(contestId, title, organizationId, day, null), cancel);
        await notify.RunAsync([.. issued.Select(TellOf)], cancel);
    }

    private async Task<List<Certificate>> AppendAsync(IEnumerable<Certified> certified, CertificateCategory category, Terms terms, CancellationToken cancel)
    {
        List<Certified> all = [.. certified];
        var issuer = await IssuerAsync(terms.OrganizationId, cancel);
        var today = clock.Today;
        var prefix = Serial.Prefix(issuer.Province, issuer.Region, today.Year, category);
        var first = await LastNumberAsync(prefix, all.Count, cancel) - all.Count + 1;
        List<Certificate> issued = [.. all.Select((one, place) => new Certificate
        {
            Id = one.RestsOn,
            Serial = Serial.Of(prefix, first + place),
            Code = Ids.Code(16),
            RecordId = one.RestsOn,
            PersonId = one.HolderId,
            ProgrammeId = terms.ProgrammeId,
            Title = terms.Title,
            ProgrammeName = one.About,
            IssuerId = terms.OrganizationId,
            IssuerName = issuer.Name,
            CompletionDay = terms.Day,
            IssuedOn = today,
            ValidUntil = terms.ValidUntil,
            CreditMinutes = one.CreditMinutes,
            Points = one.Points,
            FullPoints = one.FullPoints,
            RecordedAt = clock.Now,
        })];
        db.RecordNames.AddRange(all.Select(one => RecordNames.Of(one.RestsOn, one.Name, one.Unit, one.Position)));
        db.Certificates.AddRange(issued);
        await db.SaveChangesAsync(cancel);
        return issued;
    }

    private static NoticeDraft TellOf(Certificate certificate) => new(certificate.PersonId, NoticeKind.Certificate, $"certificate:{certificate.RecordId:N}", $"/certificates/{Uri.EscapeDataString(certificate.Serial)}")
    {
        About = certificate.ProgrammeName,
        Day = certificate.CompletionDay,
        Detail = certificate.Serial,
    };

    /// <summary>The last of so many numbers, which are now taken.</summary>
    private async Task<int> LastNumberAsync(string prefix, int count, CancellationToken cancel) =>
        (await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO "SerialCounters" ("Prefix", "Last") VALUES ({prefix}, {count})
            ON CONFLICT ("Prefix") DO UPDATE SET "Last" = "SerialCounters"."Last" + {count} RETURNING "Last" AS "Value"
            """).ToListAsync(cancel)).Single();

    private async Task<(string Name, string Region, string Province)> IssuerAsync(Guid organizationId, CancellationToken cancel)
    {
        var today = clock.Today;
        var bureaus = await (
            from path in db.OrganizationPaths
            where path.DescendantId == organizationId && path.SupersededAt == null && path.From <= today && today <= path.Until
            join organization in db.Organizations on path.AncestorId equals organization.Id
            orderby path.Depth
            select new { organization.Name, organization.RegionCode, organization.ProvinceShortName }).AsNoTracking().ToListAsync(cancel);
        var region = bureaus.FirstOrDefault(bureau => bureau.RegionCode is not null);
        var province = bureaus.FirstOrDefault(bureau => bureau.ProvinceShortName is not null);
        // An issuer that has been closed since has no path today, but still its name.
        var name = bureaus.Count > 0 ? bureaus[0].Name : await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Name).SingleAsync(cancel);
        return (name, region?.RegionCode ?? UnknownRegion, province?.ProvinceShortName ?? "");
    }

    private sealed record Certified(Guid RestsOn, Guid HolderId, string Name, string Unit, string Position, string About, int CreditMinutes, int? Points, int? FullPoints);

    private sealed record Terms(Guid ProgrammeId, string Title, Guid OrganizationId, DateOnly Day, DateOnly? ValidUntil);
}
