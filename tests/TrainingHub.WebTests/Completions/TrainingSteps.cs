using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Completions;

/// <summary>Ways to a record and a certificate without walking through a course.</summary>
internal static class TrainingSteps
{
    extension(WebApp app)
    {
        /// <summary>Passes the final quiz of the demo world's programme today, with 92 of 100 points.</summary>
        public Task<IReadOnlyList<TrainingRecord>> CompleteAsync(Guid personId, Guid attemptId) => app.InsideAsync(services =>
            services.GetRequiredService<CompleteTraining>().RunAsync(CompletionOf(personId, attemptId, services.GetRequiredService<DayClock>().Today), default));

        public Task<CertificateFacts> CertificateOfAsync(Guid personId) => app.WithDbAsync(db => db.Certificates
            .Where(certificate => certificate.PersonId == personId).OrderByDescending(certificate => certificate.Id)
            .Select(certificate => new CertificateFacts
            {
                Id = certificate.Id,
                Serial = certificate.Serial,
                Code = certificate.Code,
                RecordId = certificate.RecordId,
                PersonId = certificate.PersonId,
                Title = certificate.Title,
                ProgrammeName = certificate.ProgrammeName,
                IssuerName = certificate.IssuerName,
                CompletionDay = certificate.CompletionDay,
                IssuedOn = certificate.IssuedOn,
                ValidUntil = certificate.ValidUntil,
                CreditMinutes = certificate.CreditMinutes,
                Points = certificate.Points,
                FullPoints = certificate.FullPoints,
                PersonName = db.RecordNames.Single(names => names.RecordId == certificate.RecordId).PersonName,
                UnitName = db.RecordNames.Single(names => names.RecordId == certificate.RecordId).UnitName,
                PositionName = db.RecordNames.Single(names => names.RecordId == certificate.RecordId).PositionName,
            }).FirstAsync());

        /// <summary>People of the roster who hold no post.</summary>
        public Task<List<Guid>> AddPeopleAsync(int count, string name) => app.InsideAsync(async services =>
        {
            var (db, ids, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>(), services.GetRequiredService<DayClock>());
            var people = Enumerable.Range(0, count).Select(_ => new Person
            {
                Id = ids.Next(),
                Name = name,
                NormalizedName = NameFolding.Fold(name),
                CreatedAt = clock.Now,
            }).ToList();
            db.People.AddRange(people);
            await db.SaveChangesAsync();
            return people.ConvertAll(person => person.Id);
        });

        /// <summary>Revokes as the officer of the city would.</summary>
        public async Task RevokeAsync(Guid recordId, string reason)
        {
            using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
            using var answer = await officer.PostAsync($"/records/{recordId}/revocation", new Dictionary<string, string>(StringComparer.Ordinal) { ["Reason"] = reason });
            Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    public static Completion CompletionOf(Guid personId, Guid? attemptId, DateOnly day) => new()
    {
        PersonId = personId,
        QuizSlug = "rotation-2024",
        CourseSlug = "major-hazards-2024",
        CourseHash = "0",
        CreditMinutes = 270,
        Day = day,
        Evidence = Evidence.OnlineExamination,
        AttemptId = attemptId,
        Points = 92,
        FullPoints = 100,
    };

    public static Guid IdOf(string personKey) => WorldIds.Of("person", personKey);
}
