using TrainingHub.Account;
using TrainingHub.Assessments;
using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Contests;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.Contests.Speeches;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.Home;
using TrainingHub.Hosting;
using TrainingHub.Notices;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Practice;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Questions.Imports;
using TrainingHub.Quizzes;
using TrainingHub.Recognitions;
using TrainingHub.Records;
using TrainingHub.Reminders;
using TrainingHub.Reports;
using TrainingHub.Sessions;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Transcripts;
using TrainingHub.Verify;

// An operator's verbs; without one the application is served.
if (args is ["courses", "lint", .. var arguments])
{
    return CoursesLint.Run(arguments);
}

var verb = OperatorVerb.Of(args);
var builder = WebApplication.CreateBuilder(verb?.Settings ?? args);

builder.AddStorage();
builder.AddHosting();
builder.AddNotices();
builder.AddAccounts();

builder.Services.AddOrganizations();
builder.Services.AddPeople();
builder.AddImports();
builder.Services.AddStandards();
builder.Services.AddQuestions();
builder.AddQuestionImports();
builder.Services.AddCourses();
builder.Services.AddPractice();
builder.Services.AddProgrammes();
builder.Services.AddRecords();
builder.AddCoverage();
builder.Services.AddCertificates();
builder.Services.AddCompletions();
builder.Services.AddQuizzes();
builder.Services.AddContests();
builder.Services.AddOpenContests();
builder.Services.AddSpeechContests();
builder.Services.AddAwards();
builder.Services.AddSessions();
builder.Services.AddReports();
builder.Services.AddAssessments();
builder.Services.AddRecognitions();
builder.Services.AddTranscripts();
builder.AddReminders();
builder.Services.AddVerify();
builder.Services.AddHome();

var app = builder.Build();
if (verb is not null)
{
    return await verb.RunAsync(app);
}

app.UseHosting();
app.MapStaticAssets().AllowAnonymous();
app.MapControllers();
app.MapAnswers();
app.MapContests();

await app.PrepareAsync();
await app.RunAsync();
return 0;
