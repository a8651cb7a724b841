using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>Practice, mistakes and mastery after a first lesson, in a real browser.</summary>
public sealed class LearningTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_teacher_practises_what_the_first_lesson_asked_and_no_page_shuts_anybody_out()
    {
        await using var phone = await app.VisitAsync(Visit.Phone);
        await phone.SignInAsync(SmallWorld.Teacher);
        await new Learner(app, phone, Learner.MajorHazards).FinishLessonsAsync(1);
        var findings = new Findings();

        await findings.OpenAsync(phone, "/practice", "/practice/daily", "/practice/mistakes", "/practice/mastery", "/practice/questions?course=major-hazards-2024");
        await phone.OpenAsync("/practice/questions?course=major-hazards-2024");
        await phone.Page.Locator("main form label.th-opt").First.ClickAsync();
        await phone.Page.Locator("main form[action*='/answers'] button").ClickAsync();
        await phone.Page.WaitForURLAsync("**/practice/answers/*");
        await findings.AddAsync(phone, "an answer of practice");
        var basis = await phone.Page.Locator("main .th-clause, main [data-basis], main details").CountAsync();

        Assert.Empty(findings.All.Distinct());
        Assert.NotEqual(0, basis);
    }
}
