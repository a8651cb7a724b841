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

        var category = records[0].Evidence is Evidence.OutsideTraining ? CertificateCategory.OutsideTraining : CertificateCategory.Rotation;
        var issued = await AppendAsync(
            [.. records.Select(record => new Certified(ids.Next(), record.Id, record.PersonId, programme.Name, record.CompletionDay, record.ValidUntil, record.CreditMinutes, record.Points, record.FullPoints))],
            category, programme.Id, rule.CertificateTitle, programme.OrganizationId, cancel);
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
        DateOnly? validUntil = rule.ValidityMonths is { } months ? day.AddMonths(months).AddDays(-1) : null;
        List<(GuestCompletion Guest, Guid Id)> all = [.. guests.Select(guest => (guest, ids.Next()))];
        db.RecordNames.AddRange(all.Select(one => RecordNames.Of(one.Id, one.Guest.Name, unit, Volunteer)));
        await AppendAsync(
            [.. all.Select(one => new Certified(one.Id, one.Id, one.Guest.HolderId, session, day, validUntil, one.Guest.CreditMinutes, one.Guest.Points, one.Guest.FullPoints))],
            CertificateCategory.Session, rule.ProgrammeId, rule.CertificateTitle, organizationId, cancel);
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

        db.RecordNames.AddRange(awarded.Select(one => RecordNames.Of(one.AwardId, one.Name, one.Unit, one.Position)));
        var issued = await AppendAsync(
            [.. awarded.Select(one => new Certified(one.AwardId, one.AwardId, one.PersonId, one.Honour, day, null, 0, one.Points, one.FullPoints))], CertificateCategory.Contest, contestId, title, organizationId, cancel);
        await notify.RunAsync([.. issued.Select(TellOf)], cancel);
    }

    /// <summary>Numbers the certificates in their order and appends them, with whatever else the caller has added.</summary>
    private async Task<List<Certificate>> AppendAsync(IReadOnlyList<Certified> certified, CertificateCategory category, Guid programmeId, string title, Guid issuerId, CancellationToken cancel)
    {
        var issuer = await IssuerAsync(issuerId, cancel);
        var today = clock.Today;
        var prefix = Serial.Prefix(issuer.Province, issuer.Region, today.Year, category);
        var first = await LastNumberAsync(prefix, certified.Count, cancel) - certified.Count + 1;
        List<Certificate> issued = [.. certified.Select((one, place) => new Certificate
        {
            Id = one.Id,
            Serial = Serial.Of(prefix, first + place),
            Code = Ids.Code(16),
            RecordId = one.RestsOn,
            PersonId = one.HolderId,
            ProgrammeId = programmeId,
            Title = title,
            ProgrammeName = one.About,
            IssuerId = issuerId,
            IssuerName = issuer.Name,
            CompletionDay = one.Day,
            IssuedOn = today,
            ValidUntil = one.ValidUntil,
            CreditMinutes = one.CreditMinutes,
            Points = one.Points,
            FullPoints = one.FullPoints,
            RecordedAt = clock.Now,
        })];
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

    /// <param name="RestsOn">The record or award under whose id the names stand.</param>
    /// <param name="About">What it was earned for.</param>
    /// <param name="Day">On which.</param>
    private sealed record Certified(Guid Id, Guid RestsOn, Guid HolderId, string About, DateOnly Day, DateOnly? ValidUntil, int CreditMinutes, int? Points, int? FullPoints);
}
