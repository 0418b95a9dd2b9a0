/** Names of what cases consist of: `case-step.<name>` and so on, one for each word of `enrolment/cases/vocabulary.ts`. */
export const cases = {
  'case-kind.citizen_level_1': 'Cấp tài khoản định danh điện tử mức độ 01 cho công dân',
  'case-kind.foreigner_level_1': 'Cấp tài khoản định danh điện tử mức độ 01 cho người nước ngoài',
  'case-kind.citizen_level_2': 'Cấp tài khoản định danh điện tử mức độ 02 cho công dân',
  'case-kind.citizen_level_2_with_card':
    'Cấp tài khoản mức độ 02 cùng với cấp, cấp đổi thẻ căn cước',
  'case-kind.foreigner_level_2': 'Cấp tài khoản định danh điện tử mức độ 02 cho người nước ngoài',
  'case-kind.organisation': 'Cấp tài khoản định danh điện tử cho cơ quan, tổ chức',
  'case-kind.own_lock': 'Khóa tài khoản theo yêu cầu của chủ tài khoản',
  'case-kind.own_unlock': 'Mở khóa tài khoản theo yêu cầu của chủ tài khoản',
  'case-kind.agency_lock': 'Khóa tài khoản theo đề nghị của cơ quan có thẩm quyền',
  'case-kind.agency_unlock': 'Mở khóa tài khoản theo đề nghị của cơ quan có thẩm quyền',
  'case-kind.recovery': 'Khôi phục quyền sử dụng tài khoản',

  'case-status.collecting': 'Đang hoàn thiện hồ sơ',
  'case-status.running': 'Đang giải quyết',
  'case-status.paused': 'Chờ bổ sung hồ sơ',
  'case-status.approved': 'Đã chấp thuận, chờ kích hoạt',
  'case-status.refused': 'Đã từ chối',
  'case-status.withdrawn': 'Đã rút hồ sơ',
  'case-status.done': 'Đã hoàn thành',

  'case-step.opened': 'Tiếp nhận đề nghị',
  'case-step.guardian_present': 'Xác nhận người đại diện, người giám hộ có mặt',
  'case-step.documents_checked': 'Kiểm tra giấy tờ xuất trình',
  'case-step.form_filled': 'Nhập thông tin trên phiếu đề nghị',
  'case-step.face_captured': 'Chụp và đối chiếu ảnh khuôn mặt',
  'case-step.fingerprints_captured': 'Thu nhận và đối chiếu vân tay',
  'case-step.consent_confirmed': 'Xác nhận sự đồng ý của người đề nghị',
  'case-step.contact_confirmed': 'Xác nhận số điện thoại hoặc thư điện tử',
  'case-step.submitted': 'Gửi đề nghị',
  'case-step.completed': 'Xác nhận hồ sơ đầy đủ, hợp lệ',
  'case-step.found_incomplete': 'Yêu cầu bổ sung hồ sơ',
  'case-step.supplemented': 'Xác nhận đã bổ sung hồ sơ',
  'case-step.forwarded': 'Chuyển cơ quan quản lý căn cước',
  'case-step.returned': 'Trả lại để bổ sung hồ sơ',
  'case-step.approved': 'Chấp thuận',
  'case-step.refused': 'Từ chối',
  'case-step.carried_out': 'Thực hiện yêu cầu',
  'case-step.activation_renewed': 'Gửi lại mã kích hoạt',
  'case-step.activated': 'Kích hoạt tài khoản',
  'case-step.withdrawn': 'Rút hồ sơ',
  'case-step.undone': 'Hủy một bước đã thực hiện',

  'case-field.number': 'Số định danh cá nhân hoặc số định danh của người nước ngoài',
  'case-field.passport': 'Số hộ chiếu hoặc giấy tờ đi lại quốc tế',
  'case-field.guardian_number': 'Số định danh của người đại diện, người giám hộ',
  'case-field.organisation_number': 'Mã số doanh nghiệp hoặc mã số của tổ chức',
  'case-field.organisation_name': 'Tên cơ quan, tổ chức (khi chưa có trong cơ sở dữ liệu)',
  'case-field.name': 'Họ, chữ đệm và tên',
  'case-field.birthdate': 'Ngày, tháng, năm sinh',
  'case-field.sex': 'Giới tính',
  'case-field.nationality': 'Quốc tịch',
  'case-field.phone': 'Số thuê bao di động chính chủ',
  'case-field.email': 'Thư điện tử',
  'case-field.documents_to_integrate': 'Giấy tờ đề nghị tích hợp',
  'case-field.card_application_number': 'Mã hồ sơ cấp thẻ căn cước',
  'case-field.document_shown': 'Giấy tờ xuất trình còn hiệu lực và khớp với dữ liệu hiển thị',
  'case-field.guardian_attends': 'Người đại diện, người giám hộ có mặt và đã xuất trình giấy tờ',
  'case-field.face': 'Ảnh khuôn mặt',
  'case-field.fingerprints': 'Vân tay',
  'case-field.consent': 'Người đề nghị đồng ý và xác nhận thông tin là đúng',
  'case-field.agency': 'Cơ quan đề nghị',
  'case-field.document_number': 'Số văn bản',
  'case-field.document_date': 'Ngày văn bản',
  'case-field.lock_id': 'Lần khóa cần mở',
  'case-field.letter_number': 'Số văn bản trả lời',
  'case-field.refusal_reason': 'Lý do từ chối',
  'case-field.step': 'Bước cần hủy',
  'case-field.reason': 'Lý do',

  'case-fault.missing': 'Vui lòng nhập hoặc chọn mục này.',
  'case-fault.malformed': 'Nội dung chưa đúng định dạng.',
  'case-fault.poor_sample': 'Không đối chiếu được mẫu này. Vui lòng thu nhận lại.',
  'case-fault.unknown_option': 'Lựa chọn này không còn phù hợp.',
  'case-fault.not_registered': 'Không tìm thấy trong cơ sở dữ liệu.',

  'case-why-not.not_this_kind': 'Loại hồ sơ này không có bước đó.',
  'case-why-not.closed': 'Hồ sơ đã kết thúc.',
  'case-why-not.not_in_this_status': 'Chưa thực hiện được ở trạng thái hiện tại của hồ sơ.',
  'case-why-not.needs_earlier_step': 'Cần hoàn thành các bước trước.',
  'case-why-not.done_already': 'Bước này đã được thực hiện.',
  'case-why-not.nothing_to_undo': 'Không có bước nào có thể hủy.',
  'case-why-not.not_your_part': 'Bước này do người khác thực hiện.',
  'case-why-not.not_your_role': 'Vai trò của bạn không được thực hiện bước này.',
  'case-why-not.not_this_office': 'Hồ sơ không do đơn vị của bạn giải quyết lúc này.',
  'case-why-not.no_longer_staff': 'Bạn không còn là cán bộ của đơn vị.',
  'case-why-not.own_case':
    'Hồ sơ liên quan đến chính bạn hoặc người thân do bạn đại diện, giám hộ. Cán bộ khác phải giải quyết.',
  'case-why-not.another_person_must_decide':
    'Bạn đã tham gia lập hồ sơ này. Người khác phải quyết định.',
  'case-why-not.does_not_apply': 'Bước này không áp dụng cho hồ sơ này.',

  'case-refusal.under_6_never_level_2':
    'Người dưới 6 tuổi không được cấp tài khoản định danh điện tử mức độ 02.',
  'case-refusal.no_card_issued': 'Chưa được cấp thẻ căn cước.',
  'case-refusal.card_expired': 'Thẻ căn cước đã hết hiệu lực.',
  'case-refusal.card_revoked_or_retained': 'Thẻ căn cước đã bị thu hồi hoặc đang bị giữ.',
  'case-refusal.no_residence_card': 'Chưa có thẻ thường trú hoặc thẻ tạm trú.',
  'case-refusal.residence_expired': 'Thẻ thường trú hoặc thẻ tạm trú không còn hiệu lực.',
  'case-refusal.passport_expired': 'Hộ chiếu hoặc giấy tờ đi lại quốc tế không còn hiệu lực.',
  'case-refusal.deceased': 'Không giải quyết được theo dữ liệu của cơ quan quản lý căn cước.',
  'case-refusal.not_in_register': 'Không tìm thấy trong cơ sở dữ liệu.',
  'case-refusal.guardian_needed': 'Cần có người đại diện hoặc người giám hộ thực hiện.',
  'case-refusal.guardian_not_related':
    'Cơ sở dữ liệu hộ tịch không ghi nhận người này là người đại diện, người giám hộ.',
  'case-refusal.guardian_without_level_2':
    'Người đại diện, người giám hộ chưa có tài khoản mức độ 02 đang hoạt động.',
  'case-refusal.guardian_without_phone':
    'Tài khoản của người đại diện, người giám hộ chưa có số điện thoại.',
  'case-refusal.organisation_not_active': 'Cơ quan, tổ chức không còn hoạt động.',
  'case-refusal.not_its_representative':
    'Người đề nghị không phải là người đại diện theo pháp luật.',
  'case-refusal.representative_without_level_2':
    'Người đại diện theo pháp luật chưa có tài khoản mức độ 02 đang hoạt động.',
  'case-refusal.already_level_2': 'Đã có tài khoản định danh điện tử mức độ 02.',
  'case-refusal.already_has_account': 'Đã có tài khoản định danh điện tử.',
  'case-refusal.no_account': 'Không có tài khoản định danh điện tử với số này.',
  'case-refusal.locked_for_other_reasons': 'Tài khoản còn bị khóa vì lý do khác.',
  'case-refusal.no_such_lock': 'Không có lần khóa nào như đề nghị.',
  'case-refusal.phone_taken': 'Số điện thoại đang gắn với một tài khoản khác.',
  'case-refusal.open_case_exists': 'Đã có một hồ sơ cùng loại đang được giải quyết.',
  'case-refusal.data_not_matched':
    'Thông tin đã khai hoặc ảnh không khớp với dữ liệu của cơ quan nhà nước.',
  'case-refusal.biometrics_not_matched': 'Sinh trắc học không khớp với dữ liệu.',
  'case-refusal.request_not_lawful': 'Đề nghị không đúng thẩm quyền hoặc không đúng căn cứ.',
  'case-refusal.documents_not_valid': 'Giấy tờ không hợp lệ.',

  'case-way-on.under_6_never_level_2':
    'Có thể đề nghị cấp tài khoản mức độ 01 qua người đại diện. Từ đủ 6 tuổi có thể đề nghị mức độ 02.',
  'case-way-on.no_card_issued':
    'Làm thủ tục cấp thẻ căn cước; có thể đề nghị tài khoản mức độ 02 cùng lúc.',
  'case-way-on.card_expired':
    'Làm thủ tục cấp đổi thẻ căn cước; có thể đề nghị tài khoản mức độ 02 cùng lúc.',
  'case-way-on.card_revoked_or_retained':
    'Liên hệ Công an cấp xã để biết cách nhận lại hoặc cấp lại thẻ.',
  'case-way-on.no_residence_card':
    'Làm thủ tục cấp thẻ thường trú hoặc thẻ tạm trú tại cơ quan quản lý xuất nhập cảnh.',
  'case-way-on.residence_expired':
    'Gia hạn hoặc cấp đổi thẻ tại cơ quan quản lý xuất nhập cảnh, rồi đề nghị lại.',
  'case-way-on.passport_expired':
    'Cấp hộ chiếu mới, báo cho cơ quan quản lý xuất nhập cảnh, rồi đề nghị lại.',
  'case-way-on.deceased': 'Nếu có nhầm lẫn, mang giấy tờ tùy thân đến Công an cấp xã.',
  'case-way-on.not_in_register':
    'Kiểm tra lại số đã nhập. Nếu số đúng, liên hệ cơ quan cấp giấy tờ để cập nhật dữ liệu.',
  'case-way-on.guardian_needed':
    'Người đại diện hoặc người giám hộ dùng tài khoản mức độ 02 của mình để thực hiện.',
  'case-way-on.guardian_not_related':
    'Cập nhật dữ liệu hộ tịch tại Ủy ban nhân dân cấp xã, rồi đề nghị lại.',
  'case-way-on.guardian_without_level_2':
    'Người đại diện, người giám hộ cần được cấp và kích hoạt tài khoản mức độ 02 trước.',
  'case-way-on.guardian_without_phone':
    'Người đại diện, người giám hộ cần thêm số điện thoại vào tài khoản của mình trước.',
  'case-way-on.organisation_not_active': 'Liên hệ cơ quan đăng ký để kiểm tra tình trạng.',
  'case-way-on.not_its_representative':
    'Người đại diện theo pháp luật thực hiện, hoặc cập nhật tại cơ quan đăng ký trước.',
  'case-way-on.representative_without_level_2':
    'Người đại diện theo pháp luật cần được cấp và kích hoạt tài khoản mức độ 02 trước.',
  'case-way-on.already_level_2': 'Đăng nhập bằng tài khoản đó, hoặc đề nghị khôi phục tại quầy.',
  'case-way-on.already_has_account':
    'Đăng nhập bằng tài khoản đó, hoặc đến quầy để đề nghị khôi phục hay nâng lên mức độ 02.',
  'case-way-on.no_account': 'Kiểm tra lại số đã nhập.',
  'case-way-on.locked_for_other_reasons': 'Chủ tài khoản xem lý do còn lại khi đăng nhập.',
  'case-way-on.no_such_lock': 'Kiểm tra lại số và ngày của văn bản khóa.',
  'case-way-on.phone_taken': 'Dùng số điện thoại chính chủ khác.',
  'case-way-on.open_case_exists': 'Tiếp tục hồ sơ đang có, hoặc rút hồ sơ đó trước.',
  'case-way-on.data_not_matched':
    'Kiểm tra giấy tờ và đề nghị lại, hoặc đến quầy để cán bộ đối chiếu trực tiếp. Dữ liệu sai được sửa tại cơ quan đã cấp giấy tờ.',
  'case-way-on.biometrics_not_matched':
    'Đến cơ quan cấp giấy tờ để kiểm tra dữ liệu sinh trắc học.',
  'case-way-on.request_not_lawful': 'Gửi lại văn bản đúng thẩm quyền và căn cứ.',
  'case-way-on.documents_not_valid': 'Mang giấy tờ hợp lệ và đề nghị lại.',

  'case-clock.not_started': 'Chưa tính thời hạn',
  'case-clock.running': 'Trong hạn giải quyết',
  'case-clock.paused': 'Tạm dừng tính thời hạn',
  'case-clock.due_soon': 'Sắp đến hạn',
  'case-clock.overdue': 'Quá hạn',
  'case-clock.stopped': 'Đã dừng tính thời hạn',
  'case-clock.working-days': '{days} ngày làm việc',
  'case-clock.calendar-days': '{days} ngày',

  'case-next.applicant': 'Người đề nghị thực hiện bước tiếp theo.',
  'case-next.holder': 'Chủ tài khoản thực hiện bước tiếp theo.',
  'case-next.receiving_office': 'Đơn vị tiếp nhận thực hiện bước tiếp theo.',
  'case-next.authority': 'Cơ quan quản lý căn cước xem xét và quyết định.',
  'case-next.program': 'Hệ thống tự động đối chiếu; bạn không phải làm gì.',
  'case-next.nobody': 'Không còn việc gì phải làm.',

  'case-outcome.match': 'Khớp với dữ liệu',
  'case-outcome.no_match': 'Không khớp với dữ liệu',
  'case-outcome.enrolled': 'Đã thu nhận lần đầu',
  'case-outcome.duplicate': 'Trùng với sinh trắc học của một số khác',
  'case-outcome.not_held': 'Cơ sở dữ liệu chưa có sinh trắc học',

  'case-outdated':
    'Có người vừa thực hiện bước “{step}” trên hồ sơ này lúc {time}. Chưa có gì bạn nhập được ghi. Hãy xem lại hồ sơ rồi tiếp tục.',
  'case-unknown-for-now':
    'Hệ thống “{system}” hiện không trả lời. Chưa có gì được ghi. Hãy thử lại sau ít phút.',
  'case-system.population': 'Cơ sở dữ liệu căn cước',
  'case-system.immigration': 'Cơ sở dữ liệu quốc gia về xuất nhập cảnh',
  'case-system.civil_status': 'Cơ sở dữ liệu hộ tịch',
  'case-system.organisations': 'Cơ sở dữ liệu đăng ký doanh nghiệp',
  'case-system.matcher': 'Hệ thống đối chiếu sinh trắc học',
} as const;
