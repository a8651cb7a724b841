using TrainingHub.Courses.Drafts;
using TrainingHub.Documents;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

internal static class CoursesFeature
{
    extension(IServiceCollection services)
    {
        public void AddCourses()
        {
            services.AddSingleton<CourseShelf>();
            services.AddSingleton<CourseReads>();
            services.AddScoped<PublishCourse>();
            services.AddScoped<PublishBundledCourses>();
            services.AddDrafts();
            services.AddScoped<ProgressQuery>();
            services.AddScoped<CoursesQuery>();
            services.AddScoped<CourseSearchQuery>();
            services.AddScoped<CourseQuery>();
            services.AddScoped<LessonTexts>();
            services.AddScoped<LessonQuery>();
            services.AddScoped<HandbookQuery>();
            services.AddSingleton<HandbookPrinter>();
            services.AddScoped<WithheldQuestions>();
            services.AddScoped<IClauseUses, CourseClauseUses>();
            services.AddSingleton<PreparedBanks>();
            services.AddScoped<CurrentBank>();
            services.AddScoped<ReachedCourses>();
            services.AddScoped<ICourseQuestions, CourseQuestions>();
            services.AddScoped<IOpenQuestions, OpenQuestions>();
            services.AddScoped<StaleRows>();
            services.AddScoped<StaleQuery>();
            services.AddScoped<ReviewBasis>();
            services.AddScoped<WithdrawReview>();
            services.AddScoped<BasisCards>();
            services.AddScoped<FinishLesson>();
            services.AddScoped<FinishedLessons>();
            services.AddScoped<LessonStandings>();
            services.AddScoped<IssueStep>();
            services.AddScoped<AnswerStep>();
            services.AddScoped<PausesQuery>();
        }
    }
}
